// SPDX-License-Identifier: GPL-2.0-only
/* Ends a request because another one aborts it. */
#include "commands/abort.h"

#include "queues/queue.h"
#include "requests/request.h"
#include "commands/status.h"

/* Ends a request early because another one aborts it. */
void command_end_aborted(struct command *c)
{
    struct subchannel *sub = c->sub;

    command_list_remove(c->fault.action == FCP_FAULT_SILENCE ? &sub->silent : &sub->pending, c);
    command_fsf_status(c, FSF_ADAPTER_STATUS_AVAILABLE, FSF_SQ_COMMAND_ABORTED, 0);
    command_put_status(c);
    response_push(sub, c->req_id, NULL);
    command_free(c);
}
