// SPDX-License-Identifier: GPL-2.0-only
/* The SLSB of both queues, and the way of responses into the input queue. */
#include "queues/queue.h"

#include "base/ring.h"

uint8_t queue_state(const struct queue *q, uint32_t i)
{
    return slsb_get(q->slsb + (uint64_t)i * q->stride);
}

void queue_set_state(const struct queue *q, uint32_t i, uint8_t state)
{
    slsb_put(q->slsb + (uint64_t)i * q->stride, state);
}

void response_push(struct subchannel *sub, uint64_t req_id, const struct fcp_fault *fault)
{
    struct response r = {.req_id = req_id, .slsb = SLSB_P_INPUT_PRIMED};

    if (fault && fault->action == FCP_FAULT_SLSB_INPUT) {
        r.slsb = (uint8_t)(fault->value ? fault->value : SLSB_P_INPUT_ERROR);
        r.scount = (uint8_t)fault->qual[0];
    }
    if (fault && fault->action == FCP_FAULT_REQ_ID)
        r.req_id ^= fault->value;
    if (fault && fault->action == FCP_FAULT_INPUT_SCOUNT)
        r.scount = (uint8_t)fault->value;
    (void)ring_push(&sub->responses, &r);   /* without memory it is a silent request */
}

/*
 * Places one SBAL of responses, when the channel owns the next input SBAL. A driver gives SBALs back without SIGA
 * where that is not needed, so a channel that finds none must poll: sub->stalled.
 */
bool response_place(struct subchannel *sub, struct fcp_step *out)
{
    struct queue *q = &sub->in;
    uint32_t most = (uint32_t)sub->param[FCP_P_RESPONSES_PER_SBAL];
    uint32_t placed = 0, i = q->cursor;
    struct response r;
    uint8_t state = queue_state(q, i), slsb;
    bool looks;                         /* the driver, by itself */

    if (most > sub->sbales)
        most = sub->sbales;
    if (state != SLSB_CU_INPUT_EMPTY) {
        if (!sub->stalled)
            sub->stats.input_stalls++;
        sub->stalled = true;
        return false;
    }
    sub->stalled = false;
    looks = sub->param[FCP_P_QUIET_WHILE_POLLED] && queue_state(q, (i + q->count - 1) % q->count) == SLSB_P_INPUT_ACK;
    do {
        struct sbale e;
        struct response *next;

        ring_pop(&sub->responses, &r);
        next = ring_peek(&sub->responses);
        slsb = r.slsb;
        e = (struct sbale){.scount = r.scount, .addr = r.req_id};
        /* An SBAL with an error is for one response: its state is that of all. */
        if (placed + 1 == most || !next || next->slsb != slsb || slsb != SLSB_P_INPUT_PRIMED)
            e.eflags = SBAL_EFLAGS_LAST_ENTRY;
        sbale_put(sub->little, q->sbal[i] + placed * sizeof(struct zl_qdio_buffer_element), &e);
        placed++;
        if (e.eflags)
            break;
    } while (true);
    queue_set_state(q, i, slsb);
    q->cursor = (i + 1) % q->count;
    sub->stats.responses_placed += placed;
    if (slsb != SLSB_P_INPUT_PRIMED)
        sub->stats.input_errors++;
    sub->uninterrupted += looks ? 0 : placed;
    out->kind = FCP_STEP_RESPONSE;
    out->queue = 0;
    out->sbal = i;
    out->count = placed;
    out->slsb_old = state;
    out->slsb_new = slsb;
    out->req_id = r.req_id;
    out->detail = slsb == SLSB_P_INPUT_PRIMED ? FCP_D_ANSWERED : FCP_D_FAULT;
    return true;
}
