// SPDX-License-Identifier: GPL-2.0-only
/* Opening and closing of LUNs. */
#include "commands/command_lun.h"

#include "san/disk.h"
#include "san/port.h"
#include "commands/status.h"

void open_lun(struct command *c)
{
    struct subchannel *sub = c->sub;
    uint32_t handle = (uint32_t)QGET(c, header.port_handle);
    uint64_t fcp_lun = QGET(c, bottom.support.fcp_lun);
    uint64_t most = sub->param[FCP_P_MAX_LUNS];
    struct remote_port *p = port_by_handle(sub, handle);
    struct lun *l;

    if (!p) {
        command_fsf_status(c, FSF_PORT_HANDLE_NOT_VALID, handle, handle);
        return;
    }
    if (!(p->live & sub_bit(sub))) {
        command_fsf_status(c, FSF_ADAPTER_STATUS_AVAILABLE, FSF_SQ_INVOKE_LINK_TEST_PROCEDURE, 0);
        return;
    }
    l = lun_for_open(p, fcp_lun);
    if (!l) {
        command_fsf_status(c, FSF_ADAPTER_STATUS_AVAILABLE, FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED, 0);
        return;
    }
    if (l->open & sub_bit(sub)) {
        command_fsf_status(c, FSF_LUN_ALREADY_OPEN, 0, 0);
        return;
    }
    if (most && luns_open(sub) >= most) {
        command_fsf_status(c, FSF_MAXIMUM_NUMBER_OF_LUNS_EXCEEDED, 0, 0);
        return;
    }
    l->open |= sub_bit(sub);
    QPUT(c, header.lun_handle, lun_handle(p, l));
}

void close_lun(struct command *c)
{
    uint32_t handle = (uint32_t)QGET(c, header.port_handle);
    uint32_t handle_lun = (uint32_t)QGET(c, header.lun_handle);
    struct remote_port *p = port_by_handle(c->sub, handle), *of = NULL;
    struct lun *l = lun_by_handle(c->sub, handle_lun, &of);

    if (!p)
        command_fsf_status(c, FSF_PORT_HANDLE_NOT_VALID, handle, handle);
    else if (!l || of != p)
        command_fsf_status(c, FSF_LUN_HANDLE_NOT_VALID, handle_lun, handle_lun);
    else
        l->open &= ~sub_bit(c->sub);
}
