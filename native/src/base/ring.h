// SPDX-License-Identifier: GPL-2.0-only
/* A growing first-in-first-out queue of equal elements. */
#ifndef FCPMOCK_RING_H
#define FCPMOCK_RING_H

#include <stdbool.h>
#include <stdint.h>

struct ring {
    unsigned char *slots;
    uint32_t element;
    uint32_t capacity;
    uint32_t head;
    uint32_t count;
};

void ring_init(struct ring *r, uint32_t element);
void ring_free(struct ring *r);
void ring_clear(struct ring *r);
int ring_push(struct ring *r, const void *value);
void *ring_peek(struct ring *r);
void *ring_at(struct ring *r, uint32_t i);
bool ring_pop(struct ring *r, void *value);

#endif
