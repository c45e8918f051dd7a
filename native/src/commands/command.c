// SPDX-License-Identifier: GPL-2.0-only
/* What all FSF commands share: the checks of the protocol, and which function carries a command out. */
#include "commands/command.h"

#include <string.h>

#include "state/fault.h"
#include "requests/link.h"
#include "requests/request.h"
#include "san/disk.h"
#include "san/port.h"
#include "commands/command_config.h"
#include "commands/command_ct.h"
#include "commands/command_els.h"
#include "commands/command_fcp.h"
#include "commands/command_lun.h"
#include "commands/command_port.h"
#include "commands/status.h"
#include "commands/transfer.h"

static const struct {
    uint32_t code;
    uint32_t qtcb_type;
    void (*run)(struct command *c);
} commands[] = {
    {FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND, exchange_config_data},
    {FSF_QTCB_EXCHANGE_PORT_DATA, FSF_PORT_COMMAND, exchange_port_data},
    {FSF_QTCB_OPEN_PORT_WITH_DID, FSF_SUPPORT_COMMAND, open_port},
    {FSF_QTCB_CLOSE_PORT, FSF_SUPPORT_COMMAND, close_port},
    {FSF_QTCB_CLOSE_PHYSICAL_PORT, FSF_SUPPORT_COMMAND, close_physical_port},
    {FSF_QTCB_OPEN_LUN, FSF_SUPPORT_COMMAND, open_lun},
    {FSF_QTCB_CLOSE_LUN, FSF_SUPPORT_COMMAND, close_lun},
    {FSF_QTCB_SEND_GENERIC, FSF_SUPPORT_COMMAND, send_generic},
    {FSF_QTCB_SEND_ELS, FSF_SUPPORT_COMMAND, send_els},
    {FSF_QTCB_FCP_CMND, FSF_IO_COMMAND, fcp_cmnd},
    {FSF_QTCB_ABORT_FCP_CMND, FSF_SUPPORT_COMMAND, abort_fcp_cmnd},
};

#define COMMANDS (sizeof(commands) / sizeof(commands[0]))

/* What the command addresses, as fault rules distinguish commands. */
void command_identify(const struct command *c, struct fault_key *key)
{
    struct remote_port *p = NULL;
    const struct lun *l = NULL;

    key->command = (uint32_t)QGET(c, header.fsf_command);
    key->opcode = FCP_FAULT_ANY;
    key->wwpn = 0;
    key->fcp_lun = FCP_FAULT_ANY_LUN;
    switch (key->command) {
    case FSF_QTCB_OPEN_PORT_WITH_DID:
        p = port_by_d_id(c->sub, (uint32_t)QGET(c, bottom.support.d_id));
        break;
    case FSF_QTCB_SEND_ELS:
        p = port_by_d_id(c->sub, (uint32_t)QGET(c, bottom.support.d_id));
        key->opcode = ct_els_opcode(c, key->command);
        break;
    case FSF_QTCB_SEND_GENERIC:
        key->opcode = ct_els_opcode(c, key->command);
        break;
    case FSF_QTCB_FCP_CMND:
        watch_read(&c->qtcb->bottom.io.fcp_cmnd.iu.fc_cdb[0], 1);
        key->opcode = c->qtcb->bottom.io.fcp_cmnd.iu.fc_cdb[0].b[0];
        l = lun_by_handle(c->sub, (uint32_t)QGET(c, header.lun_handle), &p);
        break;
    case FSF_QTCB_OPEN_LUN:
        p = port_by_handle(c->sub, (uint32_t)QGET(c, header.port_handle));
        key->fcp_lun = QGET(c, bottom.support.fcp_lun);
        break;
    case FSF_QTCB_CLOSE_LUN:
    case FSF_QTCB_ABORT_FCP_CMND:
        l = lun_by_handle(c->sub, (uint32_t)QGET(c, header.lun_handle), &p);
        break;
    case FSF_QTCB_CLOSE_PORT:
    case FSF_QTCB_CLOSE_PHYSICAL_PORT:
        p = port_by_handle(c->sub, (uint32_t)QGET(c, header.port_handle));
        break;
    default:
        break;
    }
    if (p)
        key->wwpn = p->info.wwpn;
    if (l)
        key->fcp_lun = l->fcp_lun;
}

static void decide(struct command *c, uint32_t prot, uint32_t qual0)
{
    c->late = true;
    command_prot_status(c, prot, qual0);
}

/*
 * The checks that the protocol engine makes on fetching, whatever the command is. A sequence number that the channel
 * did not expect does not change what it expects next.
 */
void command_check(struct command *c)
{
    struct subchannel *sub = c->sub;
    uint32_t type = (uint32_t)QGET(c, prefix.qtcb_type);
    uint32_t seq_no = (uint32_t)QGET(c, prefix.req_seq_no);

    if (QGET(c, prefix.qtcb_version) != FSF_QTCB_CURRENT_VERSION) {
        decide(c, FSF_PROT_QTCB_VERSION_ERROR, FSF_QTCB_CURRENT_VERSION);
        return;
    }
    if (sub->param[FCP_P_CHECK_SEQ_NO] && seq_no != sub->next_seq_no) {
        decide(c, FSF_PROT_SEQ_NUMB_ERROR, sub->next_seq_no);
        return;
    }
    sub->next_seq_no = seq_no + 1;
    if (command_find(sub, c->req_id)) {
        decide(c, FSF_PROT_DUPLICATE_REQUEST_ID, 0);
        return;
    }
    for (size_t i = 0; i < COMMANDS; i++)
        if (commands[i].code == c->code && commands[i].qtcb_type != type)
            decide(c, FSF_PROT_UNSUPP_QTCB_TYPE, 0);
}

static bool run_by_rule(struct command *c)
{
    const struct fcp_fault *f = &c->fault;

    switch (f->action) {
    case FCP_FAULT_PROT_STATUS:
        command_prot_status(c, f->value, 0);
        break;
    case FCP_FAULT_FSF_STATUS:
        command_fsf_status(c, f->value, 0, 0);
        break;
    default:
        return false;
    }
    memcpy(c->qual, f->qual, sizeof(c->qual));
    return true;
}

static void run(struct command *c)
{
    for (size_t i = 0; i < COMMANDS; i++) {
        if (commands[i].code == c->code) {
            command_fsf_status(c, FSF_GOOD, 0, 0);
            commands[i].run(c);
            return;
        }
    }
    command_fsf_status(c, FSF_UNKNOWN_COMMAND, 0, 0);
}

/* Config and port data report a link that is down as incomplete; all other commands cannot be carried out at all. */
static bool works_without_link(uint32_t code)
{
    return code == FSF_QTCB_EXCHANGE_CONFIG_DATA || code == FSF_QTCB_EXCHANGE_PORT_DATA;
}

void command_run(struct command *c)
{
    uint32_t code;

    if (c->late || run_by_rule(c))
        ;
    else if (!works_without_link(c->code) && link_is_down(c->sub, &code))
        command_prot_status(c, FSF_PROT_LINK_DOWN, code);
    else
        run(c);
    command_put_status(c);
}
