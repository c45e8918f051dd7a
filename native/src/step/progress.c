// SPDX-License-Identifier: GPL-2.0-only
/* A fetched request, until its response: when, and whether, it ends. */
#include "step/progress.h"

#include "state/fault.h"
#include "state/subchannel.h"
#include "queues/queue.h"
#include "requests/request.h"
#include "requests/srb.h"
#include "commands/command.h"

/* A rule may trigger a notification now. */
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
            if (!fault_match(sub, &key, &c->fault, NULL)) {
                key.action_first = FCP_FAULT_STUBBORN;
                key.action_last = FCP_FAULT_STUBBORN;
                if (!fault_match(sub, &key, &c->fault, NULL))
                    c->fault.action = 0;
            }
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
