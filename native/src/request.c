// SPDX-License-Identifier: GPL-2.0-only
/* The life of a request in the channel: from the output queue to its response. */
#include "internal.h"

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
}

struct command *command_find(struct subchannel *sub, uint64_t req_id)
{
    struct command *c;

    for (c = sub->pending.first; c; c = c->next)
        if (c->req_id == req_id)
            return c;
    for (c = sub->silent.first; c; c = c->next)
        if (c->req_id == req_id)
            return c;
    return NULL;
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

/* A rule may have something reported at this moment. */
static void notify_with(struct subchannel *sub, struct fault_key key)
{
    struct fcp_fault fault;
    struct fcp_notification n = {0};

    key.action_first = key.action_last = FCP_FAULT_NOTIFY;
    if (!fault_match(sub, &key, &fault, NULL))
        return;
    n.type = fault.value;
    n.subtype = fault.flags;
    n.payload = (uint64_t)(uintptr_t)fault.data;
    n.payload_length = fault.data_length;
    n.delay_ns = fault.delay_ns;
    (void)note_push(sub, &n);
}

/* A request was fetched: decides when, and whether, it will end. */
void command_accept(struct subchannel *sub, struct command *c)
{
    struct fault_key key = {0};
    uint64_t delay = 0;

    command_identify(c, &key);
    c->code = key.command;
    key.action_first = FCP_FAULT_PROT_STATUS;
    key.action_last = FCP_FAULT_DELAY;
    if (!fault_match(sub, &key, &c->fault, &delay)) {
        /* The later actions follow those that end the request, so that one rule of each kind can be in force. */
        key.action_first = FCP_FAULT_SLSB_INPUT;
        key.action_last = FCP_FAULT_SLSB_INPUT;
        if (!fault_match(sub, &key, &c->fault, NULL)) {
            key.action_first = FCP_FAULT_REQ_ID;
            key.action_last = FCP_FAULT_INPUT_SCOUNT;
            if (!fault_match(sub, &key, &c->fault, NULL))
                c->fault.action = 0;
        }
    }
    notify_with(sub, key);
    command_check(c);
    if (c->fault.action == FCP_FAULT_SILENCE) {
        command_list_add(&sub->silent, c);
        return;
    }
    c->due_ns = later(later(sub->ch->now_ns, sub->param[FCP_P_ANSWER_DELAY_NS]), later(jitter(sub), delay));
    command_list_add_due(&sub->pending, c);
}

/* Ends a request out of turn, because another one wants it ended. */
void command_end_aborted(struct command *c)
{
    struct subchannel *sub = c->sub;

    command_list_remove(c->fault.action == FCP_FAULT_SILENCE ? &sub->silent : &sub->pending, c);
    command_fsf_status(c, FSF_ADAPTER_STATUS_AVAILABLE, FSF_SQ_COMMAND_ABORTED, 0);
    command_put_status(c);
    response_push(sub, c->req_id, NULL);
    command_free(c);
}

/* Ends the request that is due first: writes its QTCB; the response follows. */
bool command_finish(struct subchannel *sub, struct fcp_step *out)
{
    struct command *c = sub->pending.first;

    if (!c || c->due_ns > sub->ch->now_ns)
        return false;
    command_list_remove(&sub->pending, c);
    command_run(c);
    out->kind = FCP_STEP_FINISH;
    out->queue = 1;
    out->sbal = c->sbal;
    out->count = c->sbals;
    out->command = c->code;
    out->prot_status = c->prot;
    out->fsf_status = c->fsf;
    out->req_id = c->req_id;
    out->detail = c->ghost                         ? FCP_D_GHOST
                  : c->prot == FSF_PROT_LINK_DOWN  ? FCP_D_LINK_DOWN
                  : c->fault.action                ? FCP_D_FAULT
                                                   : FCP_D_ANSWERED;
    response_push(sub, c->req_id, &c->fault);
    command_free(c);
    return true;
}
