// SPDX-License-Identifier: GPL-2.0-only
/* Extended link services that the driver sends: ADISC; a remote port rejects what else may come. */
#include "commands/command_els.h"

#include "san/port.h"
#include "commands/status.h"
#include "commands/transfer.h"

#define ELS_LS_RJT 0x01
#define ELS_LS_ACC 0x02
#define ELS_ADISC 0x52
#define ELS_RJT_UNSUP 0x0b
#define ADISC_BYTES 28

static void accept_adisc(const struct command *c, const struct remote_port *p, const struct span *response)
{
    uint8_t els[ADISC_BYTES] = {ELS_LS_ACC};
    uint64_t wwpn = p->info.wwpn;

    if (c->fault.action == FCP_FAULT_WWPN)
        wwpn = (uint64_t)c->fault.qual[0] << 32 | c->fault.qual[1];
    put_be64(els + 8, wwpn);
    put_be64(els + 16, p->info.wwnn);
    put_be24(els + 25, p->info.d_id);
    span_put(response, 0, els, sizeof(els));
}

void send_els(struct command *c)
{
    struct span request, response;
    uint8_t command;
    struct remote_port *p;

    if (!ct_els_spans(c, &request, &response))
        return;
    if (span_get(&request, 0, &command, 1) != 1 || request.length < 4) {
        command_fsf_status(c, FSF_PAYLOAD_SIZE_MISMATCH, 0, 0);
        return;
    }
    p = port_by_d_id(c->sub, (uint32_t)QGET(c, bottom.support.d_id));
    if (!p) {
        command_fsf_status(c, FSF_ADAPTER_STATUS_AVAILABLE, FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED, 0);
    } else if (command == ELS_ADISC && (p->live & sub_bit(c->sub))) {
        accept_adisc(c, p, &response);
    } else {
        /* Not supported, or, of ADISC, not logged in. */
        const uint8_t reject[8] = {ELS_LS_RJT, 0, 0, 0, 0, ELS_RJT_UNSUP};

        span_put(&response, 0, reject, sizeof(reject));
        command_fsf_status(c, FSF_ELS_COMMAND_REJECTED, 0, 0);
    }
}
