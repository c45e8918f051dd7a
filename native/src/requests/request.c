// SPDX-License-Identifier: GPL-2.0-only
/* Requests in the channel: allocation, data areas, and the lists that hold them. */
#include "requests/request.h"
#include <stdlib.h>
#include <string.h>

struct command *command_new(struct subchannel *sub)
{
    struct command *c = sub->ch->spare;
    struct segment *segment;
    uint32_t room;

    if (c) {
        sub->ch->spare = c->next;
    } else {
        c = malloc(sizeof(*c));
        if (!c)
            return NULL;
        c->segment = c->inlined;
        c->segments_room = INLINE_SEGMENTS;
    }
    /* The data area list is long and need not be cleared: it is what segments counts. */
    segment = c->segment;
    room = c->segments_room;
    memset(c, 0, offsetof(struct command, inlined));
    c->segment = segment;
    c->segments_room = room;
    c->sub = sub;
    c->sbals = 1;
    return c;
}

void command_free(struct command *c)
{
    if (!c)
        return;
    c->next = c->sub->ch->spare;
    c->sub->ch->spare = c;
}

int command_add_segment(struct command *c, uint64_t addr, uint32_t length, uint32_t sbal)
{
    if (c->segments == c->segments_room) {
        uint32_t room = c->segments_room * 2;
        struct segment *s = malloc(room * sizeof(*s));

        if (!s)
            return FCP_ENOMEM;
        memcpy(s, c->segment, c->segments * sizeof(*s));
        if (c->segment != c->inlined)
            free(c->segment);
        c->segment = s;
        c->segments_room = room;
    }
    c->segment[c->segments++] = (struct segment){addr, length, sbal};
    return 0;
}

static struct command **by_id(struct subchannel *sub, uint64_t req_id)
{
    return &sub->by_id[req_id % COMMANDS_BY_ID];
}

static void insert_before(struct command_list *l, struct command *at, struct command *c)
{
    c->next = at;
    c->prev = at ? at->prev : l->last;
    if (c->prev)
        c->prev->next = c;
    else
        l->first = c;
    if (at)
        at->prev = c;
    else
        l->last = c;
    l->count++;
    c->alike = *by_id(c->sub, c->req_id);
    *by_id(c->sub, c->req_id) = c;
}

/* Requests that are due at the same time end in the order in which they came. */
void command_list_add_due(struct command_list *l, struct command *c)
{
    struct command *at = NULL;

    for (struct command *p = l->last; p && p->due_ns > c->due_ns; p = p->prev)
        at = p;
    insert_before(l, at, c);
}

void command_list_add(struct command_list *l, struct command *c)
{
    insert_before(l, NULL, c);
}

void command_list_remove(struct command_list *l, struct command *c)
{
    if (c->prev)
        c->prev->next = c->next;
    else
        l->first = c->next;
    if (c->next)
        c->next->prev = c->prev;
    else
        l->last = c->prev;
    c->next = c->prev = NULL;
    l->count--;
    for (struct command **at = by_id(c->sub, c->req_id); *at; at = &(*at)->alike)
        if (*at == c) {
            *at = c->alike;
            break;
        }
}

static struct command *first_with(const struct command_list *l, uint64_t req_id)
{
    struct command *c;

    for (c = l->first; c && c->req_id != req_id; c = c->next)
        ;
    return c;
}

/* Called for each request that comes in. If several have the id, which is a mistake of the driver, it is the one that is due first. */
struct command *command_find(struct subchannel *sub, uint64_t req_id)
{
    struct command *found = NULL, *c;

    for (c = *by_id(sub, req_id); c; c = c->alike)
        if (c->req_id == req_id) {
            if (found) {
                c = first_with(&sub->pending, req_id);
                return c ? c : first_with(&sub->silent, req_id);
            }
            found = c;
        }
    return found;
}

static void drop_all(struct command_list *l)
{
    while (l->first) {
        struct command *c = l->first;

        command_list_remove(l, c);
        command_free(c);
    }
}

void commands_drop(struct subchannel *sub)
{
    drop_all(&sub->pending);
    drop_all(&sub->silent);
}
