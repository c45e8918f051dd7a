// SPDX-License-Identifier: GPL-2.0-only
/*
 * Taking requests from the output queue.
 *
 * Everything that the channel needs of an SBAL is copied before the SBAL goes back as EMPTY, since the driver zeroes
 * what it gets back. The request itself goes on; only its response ends it.
 */
#include "step/fetch.h"

#include "state/fault.h"
#include "state/storage.h"
#include "queues/queue.h"
#include "requests/request.h"
#include "requests/srb.h"
#include "commands/command.h"
#include "step/progress.h"

struct chain {
    struct command *c;          /* NULL: an SRB */
    uint64_t req_id;
    uint64_t srb;               /* address of the status read buffer */
    uint32_t sbals;
    bool incomplete;            /* its last SBALs are not primed yet */
    uint32_t detail;            /* why it is refused, FCP_D_NONE: it is not */
};

static uint64_t sbale_at(const struct subchannel *sub, uint32_t sbal, uint32_t element)
{
    return sub->out.sbal[sbal % sub->out.count] + element * sizeof(struct zl_qdio_buffer_element);
}

/* Adds what the elements from first on of one SBAL point to. */
static bool take_elements(struct subchannel *sub, struct chain *t, uint32_t sbal, uint32_t first)
{
    for (uint32_t i = first; i < sub->sbales; i++) {
        struct sbale e = sbale_get(sub->little, sbale_at(sub, sub->out.cursor + sbal, i));

        if (e.length) {
            if (!storage_has(sub->ch, e.addr, e.length)) {
                t->detail = FCP_D_BAD_ADDRESS;
                return false;
            }
            if (command_add_segment(t->c, e.addr, e.length, sbal)) {
                t->detail = FCP_D_BAD_SBAL;
                return false;
            }
        }
        if (e.eflags & SBAL_EFLAGS_LAST_ENTRY)
            return true;
    }
    return true;                /* a full SBAL needs no LAST_ENTRY */
}

/* An SRB has no QTCB: element 1 stays empty, the buffer follows. */
static void take_srb(struct subchannel *sub, struct chain *t)
{
    struct sbale e = sbale_get(sub->little, sbale_at(sub, sub->out.cursor, 2));

    if (e.length < sizeof(struct zl_fsf_status_read_buffer))
        t->detail = FCP_D_BAD_SBAL;
    else if (!storage_has(sub->ch, e.addr, sizeof(struct zl_fsf_status_read_buffer)))
        t->detail = FCP_D_BAD_ADDRESS;
    t->srb = e.addr;
}

/* Inspects the chain at the cursor without changing main storage. */
static void take_chain(struct subchannel *sub, struct chain *t)
{
    struct queue *q = &sub->out;
    struct sbale head = sbale_get(sub->little, sbale_at(sub, q->cursor, 0));
    struct sbale qtcb = sbale_get(sub->little, sbale_at(sub, q->cursor, 1));
    bool more = head.sflags & SBAL_SFLAGS0_MORE_SBALS;

    t->req_id = head.addr;
    t->sbals = 1;
    if (!(head.sflags & SBAL_SFLAGS0_COMMAND)) {
        t->detail = FCP_D_BAD_SBAL;
        return;
    }
    if ((head.sflags & SBAL_SFLAGS0_TYPE_MASK) == SBAL_SFLAGS0_TYPE_STATUS) {
        if (more)
            t->detail = FCP_D_BAD_SBAL;
        else
            take_srb(sub, t);
        return;
    }
    if (qtcb.length < sizeof(struct zl_fsf_qtcb)) {
        t->detail = FCP_D_BAD_SBAL;
        return;
    }
    if (!storage_has(sub->ch, qtcb.addr, sizeof(struct zl_fsf_qtcb))) {
        t->detail = FCP_D_BAD_ADDRESS;
        return;
    }
    t->c = command_new(sub);
    if (!t->c) {
        t->detail = FCP_D_BAD_SBAL;
        return;
    }
    t->c->req_id = head.addr;
    t->c->qtcb = (struct zl_fsf_qtcb *)(uintptr_t)qtcb.addr;
    t->c->type = head.sflags & SBAL_SFLAGS0_TYPE_MASK;
    t->c->data_div = head.length;
    t->c->sbal = q->cursor;
    if (!(qtcb.eflags & SBAL_EFLAGS_LAST_ENTRY) && !take_elements(sub, t, 0, 2))
        return;
    while (more) {
        struct sbale e;

        if (t->sbals == SBALS_PER_REQUEST || t->sbals == q->count) {
            t->detail = FCP_D_BAD_SBAL;
            return;
        }
        /*
         * The driver primes a chain from its first SBAL on and then checks whether SIGA is needed, which it is, since its
         * predecessor is EMPTY by now. So an incomplete chain can wait for that SIGA.
         */
        if (queue_state(q, (q->cursor + t->sbals) % q->count) != SLSB_CU_OUTPUT_PRIMED) {
            t->incomplete = true;
            return;
        }
        e = sbale_get(sub->little, sbale_at(sub, q->cursor + t->sbals, 0));
        if (e.sflags & SBAL_SFLAGS0_COMMAND) {
            t->detail = FCP_D_BAD_SBAL;
            return;
        }
        more = e.sflags & SBAL_SFLAGS0_MORE_SBALS;
        t->sbals++;
        if (!take_elements(sub, t, t->sbals - 1, 0))
            return;
    }
    t->c->sbals = t->sbals;
    if (sub->multi_buffer && head.scount != t->sbals - 1)
        t->detail = FCP_D_BAD_SBAL;
}

/* A rule may ask for an error state instead of taking the request. */
static bool refused_by_rule(struct subchannel *sub, const struct chain *t, uint8_t *state)
{
    struct fault_key key = {.fcp_lun = FCP_FAULT_ANY_LUN};
    struct fcp_fault fault;

    if (t->c)
        command_identify(t->c, &key);
    key.action_first = key.action_last = FCP_FAULT_SLSB_OUTPUT;
    if (!fault_match(sub, &key, &fault, NULL))
        return false;
    *state = (uint8_t)(fault.value ? fault.value : SLSB_P_OUTPUT_ERROR);
    return true;
}

static void give_back(struct subchannel *sub, uint32_t sbals, uint8_t state)
{
    struct queue *q = &sub->out;

    for (uint32_t i = 0; i < sbals; i++)
        queue_set_state(q, (q->cursor + i) % q->count, state);
    q->cursor = (q->cursor + sbals) % q->count;
    sub->stats.output_sbals += sbals;
    if (state != SLSB_P_OUTPUT_EMPTY) {
        sub->stats.output_errors++;
        if (sub->param[FCP_P_OUTPUT_ERROR_INTERRUPT])
            sub->interrupt = true;
    }
}

bool output_fetch(struct subchannel *sub, struct fcp_step *out)
{
    struct queue *q = &sub->out;
    struct chain t = {0};
    uint8_t state = SLSB_P_OUTPUT_EMPTY;
    uint32_t first = q->cursor;

    if (queue_state(q, first) != SLSB_CU_OUTPUT_PRIMED) {
        sub->scanning = false;
        return false;
    }
    take_chain(sub, &t);
    if (t.incomplete) {
        command_free(t.c);
        sub->scanning = false;
        return false;
    }
    if (!t.detail && refused_by_rule(sub, &t, &state))
        t.detail = FCP_D_FAULT;
    else if (!t.detail && !t.c)
        t.detail = srb_accept(sub, t.req_id, t.srb);
    if (t.detail && state == SLSB_P_OUTPUT_EMPTY)
        state = SLSB_P_OUTPUT_ERROR;
    out->kind = FCP_STEP_FETCH;
    out->queue = 1;
    out->sbal = first;
    out->count = t.sbals;
    out->slsb_old = SLSB_CU_OUTPUT_PRIMED;
    out->slsb_new = state;
    out->req_id = t.req_id;
    out->command = t.c ? t.c->code : 0;
    out->detail = t.detail ? t.detail : t.c ? FCP_D_REQUEST : FCP_D_SRB;
    if (t.detail) {
        command_free(t.c);
    } else if (t.c) {
        /* Reads the QTCB, so it must come before the driver may consider the request done. */
        command_accept(sub, t.c);
        out->command = t.c->code;
        sub->stats.requests_fetched++;
        if (t.c->fault.action == FCP_FAULT_SILENCE)
            out->detail = FCP_D_SILENT;
    }
    give_back(sub, t.sbals, state);
    return true;
}
