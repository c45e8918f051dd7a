// SPDX-License-Identifier: GPL-2.0-only
/* Opening and closing of ports: a login to a remote port, or to a service at a well-known address. */
#include "commands/command_port.h"

#include <string.h>

#include "requests/link.h"
#include "san/port.h"
#include "commands/status.h"

#define WKA_HANDLE 0x00fc0000
#define PLOGI_BYTES 116
#define LS_ACC 0x02

/* The accept of the remote port's login, as the driver sees it. */
static void put_plogi(struct command *c, const struct remote_port *p)
{
    uint8_t els[sizeof(c->qtcb->bottom.support.els)] = {LS_ACC};
    uint64_t wwpn = p->info.wwpn;

    if (c->fault.action == FCP_FAULT_WWPN)
        wwpn = (uint64_t)c->fault.qual[0] << 32 | c->fault.qual[1];
    els[4] = 0x20;                      /* version of FC-PH */
    els[5] = 0x20;
    put_be16(els + 10, p->info.max_frame);
    put_be64(els + 20, wwpn);
    put_be64(els + 28, p->info.wwnn);
    els[68] = 0x80;                     /* class 3 is valid */
    watch_write(c->qtcb->bottom.support.els, sizeof(els));
    memcpy(c->qtcb->bottom.support.els, els, sizeof(els));
    QPUT(c, bottom.support.els1_length, PLOGI_BYTES);
}

static void open_wka(struct command *c, uint32_t d_id)
{
    uint32_t bit = 1u << (d_id & 15);

    if (c->sub->wka_open & bit) {
        command_fsf_status(c, FSF_PORT_ALREADY_OPEN, 0, 0);
        return;
    }
    c->sub->wka_open |= bit;
    QPUT(c, header.port_handle, WKA_HANDLE | (d_id & 0xff));
}

void open_port(struct command *c)
{
    struct subchannel *sub = c->sub;
    uint32_t d_id = (uint32_t)QGET(c, bottom.support.d_id);
    uint64_t most = sub->param[FCP_P_MAX_PORTS];
    struct remote_port *p;

    if (d_id >= WELL_KNOWN_BASE) {
        open_wka(c, d_id);
        return;
    }
    p = port_by_d_id(sub, d_id);
    if (!p) {
        command_fsf_status(c, FSF_ADAPTER_STATUS_AVAILABLE, FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED, 0);
        return;
    }
    if (p->open & sub_bit(sub)) {
        command_fsf_status(c, FSF_PORT_ALREADY_OPEN, 0, 0);
        return;
    }
    if (most && ports_open(sub) >= most) {
        command_fsf_status(c, FSF_MAXIMUM_NUMBER_OF_PORTS_EXCEEDED, 0, 0);
        return;
    }
    p->open |= sub_bit(sub);
    p->live |= sub_bit(sub);
    QPUT(c, header.port_handle, port_handle(p));
    if (sub->param[FCP_P_ADAPTER_FEATURES] & FSF_FEATURE_FC_SECURITY)
        QPUT(c, bottom.support.connection_info, p->info.connection_info);
    put_plogi(c, p);
}

void close_port(struct command *c)
{
    uint32_t handle = (uint32_t)QGET(c, header.port_handle);
    struct remote_port *p = port_by_handle(c->sub, handle);

    if (is_wka_handle(c->sub, handle))
        c->sub->wka_open &= ~(1u << (handle & 15));
    else if (p)
        port_close(p, c->sub);
    else
        command_fsf_status(c, FSF_PORT_HANDLE_NOT_VALID, handle, handle);
}

/* Ends the login for all that use it; the handle stays until it is closed, its LUNs do not. */
void close_physical_port(struct command *c)
{
    uint32_t handle = (uint32_t)QGET(c, header.port_handle);
    struct remote_port *p = port_by_handle(c->sub, handle);

    if (!p) {
        command_fsf_status(c, FSF_PORT_HANDLE_NOT_VALID, handle, handle);
        return;
    }
    port_close(p, c->sub);
    p->open |= sub_bit(c->sub);
}
