// SPDX-License-Identifier: GPL-2.0-only
/* A growing first-in-first-out queue of equal elements. */
#include "base/ring.h"

#include <stdlib.h>
#include <string.h>

#include "fcpmock.h"

void ring_init(struct ring *r, uint32_t element)
{
    *r = (struct ring){.element = element};
}

void ring_free(struct ring *r)
{
    free(r->slots);
    ring_init(r, r->element);
}

void ring_clear(struct ring *r)
{
    r->head = 0;
    r->count = 0;
}

void *ring_at(struct ring *r, uint32_t i)
{
    return i < r->count ? r->slots + (size_t)((r->head + i) % r->capacity) * r->element : NULL;
}

static int ring_grow(struct ring *r)
{
    uint32_t capacity = r->capacity ? r->capacity * 2 : 16;
    unsigned char *slots = calloc(capacity, r->element);

    if (!slots)
        return FCP_ENOMEM;
    for (uint32_t i = 0; i < r->count; i++)
        memcpy(slots + (size_t)i * r->element, ring_at(r, i), r->element);
    free(r->slots);
    r->slots = slots;
    r->capacity = capacity;
    r->head = 0;
    return 0;
}

int ring_push(struct ring *r, const void *value)
{
    if (r->count == r->capacity && ring_grow(r))
        return FCP_ENOMEM;
    r->count++;
    memcpy(ring_at(r, r->count - 1), value, r->element);
    return 0;
}

void *ring_peek(struct ring *r)
{
    return ring_at(r, 0);
}

bool ring_pop(struct ring *r, void *value)
{
    void *first = ring_peek(r);

    if (!first)
        return false;
    memcpy(value, first, r->element);
    r->head = (r->head + 1) % r->capacity;
    r->count--;
    return true;
}
