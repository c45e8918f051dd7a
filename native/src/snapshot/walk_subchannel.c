// SPDX-License-Identifier: GPL-2.0-only
/* Settings, queues, requests, status read buffers, notifications and interrupts of a subchannel, on a tape. */
#include "snapshot/walk_subchannel.h"

#include <stdlib.h>

#include "base/ring.h"
#include "requests/request.h"
#include "step/establish.h"

void walk_fault(struct tape *t, struct fcp_fault *f)
{
    TAPE(t, f->sub);
    TAPE(t, f->count);
    TAPE(t, f->skip);
    TAPE(t, f->action);
    TAPE(t, f->command);
    TAPE(t, f->opcode);
    TAPE(t, f->wwpn);
    TAPE(t, f->fcp_lun);
    TAPE(t, f->value);
    TAPE(t, f->flags);
    TAPE(t, f->qual);
    TAPE(t, f->delay_ns);
    tape_unhashed(t, &f->hits, sizeof(f->hits));
    TAPE(t, f->data_length);
    TAPE(t, f->id);
    TAPE(t, f->data);
}

static void walk_queue(struct tape *t, struct queue *q)
{
    TAPE(t, q->stride);
    TAPE(t, q->count);
    TAPE(t, q->cursor);
    tape_address(t, &q->slsb);
    if (q->count > MAX_SBALS) {
        t->failed = true;
        q->count = 0;
    }
    for (uint32_t i = 0; i < q->count; i++)
        tape_address(t, &q->sbal[i]);
}

static void walk_pointer(struct tape *t, void **pointer)
{
    uint64_t address = (uint64_t)(uintptr_t)*pointer;

    tape_address(t, &address);
    *pointer = (void *)(uintptr_t)address;
}

static void walk_segments(struct tape *t, struct command *c)
{
    uint32_t segments = c->segments;

    TAPE(t, segments);
    for (uint32_t i = 0; i < segments && !t->failed; i++) {
        if (t->mode == TAPE_TAKE && command_add_segment(c, 0, 0, 0)) {
            t->failed = true;
            return;
        }
        tape_address(t, &c->segment[i].addr);
        TAPE(t, c->segment[i].length);
        TAPE(t, c->segment[i].sbal);
    }
}

static void walk_command(struct tape *t, struct command *c)
{
    void *qtcb = c->qtcb;

    TAPE(t, c->req_id);
    walk_pointer(t, &qtcb);
    c->qtcb = qtcb;
    TAPE(t, c->code);
    TAPE(t, c->type);
    TAPE(t, c->data_div);
    TAPE(t, c->sbal);
    TAPE(t, c->sbals);
    tape_time(t, &c->due_ns);
    tape_flag(t, &c->late);
    tape_flag(t, &c->ghost);
    TAPE(t, c->prot);
    TAPE(t, c->fsf);
    TAPE(t, c->qual);
    TAPE(t, c->fault.action);
    if (c->fault.action)
        walk_fault(t, &c->fault);
    walk_segments(t, c);
}

static void walk_commands(struct tape *t, struct subchannel *sub, struct command_list *l)
{
    struct command *c = l->first;
    uint32_t count = l->count;

    TAPE(t, count);
    for (uint32_t i = 0; i < count && !t->failed; i++) {
        if (t->mode == TAPE_TAKE && !(c = command_new(sub))) {
            t->failed = true;
            return;
        }
        walk_command(t, c);
        if (t->mode == TAPE_TAKE)
            command_list_add(l, c);
        c = c->next;
    }
}

static void walk_srb(struct tape *t, void *element)
{
    struct srb *srb = element;
    void *buffer = srb->buffer;

    TAPE(t, srb->req_id);
    walk_pointer(t, &buffer);
    srb->buffer = buffer;
}

static void walk_response(struct tape *t, void *element)
{
    struct response *r = element;

    TAPE(t, r->req_id);
    TAPE(t, r->slsb);
    TAPE(t, r->scount);
}

/* The delay of one that no step has seen yet is not a time. */
static void walk_note(struct tape *t, void *element)
{
    struct note *n = element;

    TAPE(t, n->type);
    TAPE(t, n->subtype);
    TAPE(t, n->d_id);
    TAPE(t, n->fc_class);
    TAPE(t, n->fcp_lun);
    tape_flag(t, &n->undated);
    if (n->undated)
        TAPE(t, n->due_ns);
    else
        tape_time(t, &n->due_ns);
    TAPE(t, n->length);
    if (t->mode == TAPE_TAKE) {
        n->payload = n->length ? malloc(n->length) : NULL;
        if (n->length && !n->payload) {
            t->failed = true;
            n->length = 0;
        }
    }
    tape_bytes(t, n->payload, n->length);
}

static void walk_io_interrupt(struct tape *t, void *element)
{
    struct io_interrupt *i = element;

    TAPE(t, i->function);
    TAPE(t, i->dstat);
    TAPE(t, i->cstat);
    TAPE(t, i->event);
}

static void walk_ring(struct tape *t, struct ring *r, void (*walk)(struct tape *, void *))
{
    /* The largest element, to be filled in place. */
    static const struct note empty;
    uint32_t count = r->count;

    TAPE(t, count);
    for (uint32_t i = 0; i < count && !t->failed; i++) {
        if (t->mode == TAPE_TAKE && ring_push(r, &empty)) {
            t->failed = true;
            return;
        }
        walk(t, ring_at(r, i));
    }
}

/* What SIGA reads without the lock. */
static void walk_signals(struct tape *t, struct subchannel *sub)
{
    uint32_t bell = sub->bell, state = sub->state, faults = sub->siga_faults, synchronised = sub->synchronised;
    uint64_t sigas = sub->sigas;

    tape_unhashed(t, &bell, sizeof(bell));
    TAPE(t, state);
    tape_unhashed(t, &faults, sizeof(faults));
    TAPE(t, synchronised);
    tape_unhashed(t, &sigas, sizeof(sigas));
    if (t->mode == TAPE_TAKE) {
        sub->bell = bell;
        sub->state = state;
        sub->siga_faults = faults;
        sub->synchronised = synchronised;
        sub->sigas = sigas;
    }
}

static void walk_flags(struct tape *t, struct subchannel *sub)
{
    bool *flags[] = {&sub->little, &sub->multi_buffer, &sub->data_div, &sub->stalled, &sub->establishing,
                     &sub->hanging, &sub->configured, &sub->logged_in, &sub->virtual_link_down, &sub->interrupt};
    const uint32_t count = sizeof(flags) / sizeof(flags[0]);
    uint32_t bits = 0;

    for (uint32_t i = 0; i < count; i++)
        bits |= (uint32_t)*flags[i] << i;
    TAPE(t, bits);
    for (uint32_t i = 0; i < count; i++)
        *flags[i] = bits >> i & 1;
}

/* The next step makes the one out of the other: whether the bell was rung before or after another step makes no difference. */
static void walk_scanning(struct tape *t, struct subchannel *sub)
{
    bool scanning = sub->scanning || (t->mode == TAPE_HASH && sub->bell & BELL_OUTPUT);

    tape_flag(t, &scanning);
    if (t->mode == TAPE_TAKE)
        sub->scanning = scanning;
}

void walk_subchannel(struct tape *t, struct subchannel *sub)
{
    struct io_interrupt i;

    if (t->mode == TAPE_TAKE) {
        queues_end(sub);
        while (ring_pop(&sub->io_interrupts, &i))
            ;
    }
    tape_words(t, sub->param, FCP_PARAM_COUNT);
    walk_signals(t, sub);
    walk_flags(t, sub);
    walk_scanning(t, sub);
    TAPE(t, sub->sbales);
    walk_queue(t, &sub->in);
    walk_queue(t, &sub->out);
    tape_address(t, &sub->qdr);
    TAPE(t, sub->virtual_link_code);
    TAPE(t, sub->next_seq_no);
    TAPE(t, sub->wka_open);
    TAPE(t, sub->symbolic_name_length);
    tape_bytes(t, sub->symbolic_name, sub->symbolic_name_length);
    walk_commands(t, sub, &sub->pending);
    walk_commands(t, sub, &sub->silent);
    walk_ring(t, &sub->srbs, walk_srb);
    walk_ring(t, &sub->responses, walk_response);
    walk_ring(t, &sub->notes, walk_note);
    walk_ring(t, &sub->io_interrupts, walk_io_interrupt);
    TAPE(t, sub->lost_els);
    TAPE(t, sub->lost_version);
    TAPE(t, sub->lost_other);
    TAPE(t, sub->uninterrupted);
    tape_address(t, &sub->indicator);
    tape_unhashed(t, &sub->stats, sizeof(sub->stats));
}
