// SPDX-License-Identifier: GPL-2.0-only
/* The two statuses of a request. */
#include "commands/status.h"

#include <stddef.h>

void command_prot_status(struct command *c, uint32_t prot, uint32_t qual0)
{
    c->prot = prot;
    c->fsf = 0;
    c->qual[0] = qual0;
}

void command_fsf_status(struct command *c, uint32_t fsf, uint32_t qual0, uint32_t qual1)
{
    c->prot = fsf == FSF_GOOD ? FSF_PROT_GOOD : FSF_PROT_FSF_STATUS_PRESENTED;
    c->fsf = fsf;
    c->qual[0] = qual0;
    c->qual[1] = qual1;
}

/* What the log says is for those who build channels; the driver records it. */
static void put_log(struct command *c)
{
    uint64_t length = c->sub->param[FCP_P_LOG_LENGTH];

    if (!length)
        return;
    QPUT(c, header.log_start, offsetof(struct zl_fsf_qtcb, log));
    QPUT(c, header.log_length, length < sizeof(c->qtcb->log) ? length : sizeof(c->qtcb->log));
}

/* Writes the two statuses; the qualifier belongs to the one that is presented. */
void command_put_status(struct command *c)
{
    if (c->prot == FSF_PROT_GOOD || c->prot == FSF_PROT_FSF_STATUS_PRESENTED) {
        QPUT(c, header.fsf_status, c->fsf);
        for (int i = 0; i < 4; i++)
            QPUT(c, header.fsf_status_qual.word[i], c->qual[i]);
    } else {
        for (int i = 0; i < 4; i++)
            QPUT(c, prefix.prot_status_qual.word[i], c->qual[i]);
    }
    QPUT(c, header.req_handle, c->req_id);
    put_log(c);
    QPUT(c, prefix.prot_status, c->prot);
}
