// SPDX-License-Identifier: GPL-2.0-only
/* FCP commands: I/O, task management, abort. */
#include "commands/command_fcp.h"

#include <string.h>

#include "requests/request.h"
#include "san/disk.h"
#include "san/port.h"
#include "commands/abort.h"
#include "commands/scsi.h"
#include "commands/status.h"
#include "commands/transfer.h"

#define FCP_CMND_BYTES 32
#define CFL_WRITE 0x01
#define CFL_READ 0x02

#define TMF_ABORT_TASK_SET 0x02
#define TMF_CLEAR_TASK_SET 0x04
#define TMF_LUN_RESET 0x10
#define TMF_TARGET_RESET 0x20
#define TMF_CLEAR_ACA 0x40

#define RSP_LEN_VALID 0x01
#define SNS_LEN_VALID 0x02
#define RESID_OVER 0x04
#define RESID_UNDER 0x08

#define RSP_CODE_COMPLETE 0
#define RSP_CODE_REJECTED 4
#define RSP_INFO_BYTES 8

/* Arbitrary values that make a latency visible. */
#define CHANNEL_LATENCY 5
#define FABRIC_LATENCY 7

#define UNIT_ATTENTION 0x06

/* FCP_RSP is as on the wire: big-endian. What follows the fixed part is the response information, then the sense. */
static void put_rsp(struct command *c, uint8_t flags, uint8_t status, uint32_t residual, const uint8_t *info,
                    const uint8_t *sense, uint32_t sense_length)
{
    uint8_t rsp[sizeof(c->qtcb->bottom.io.fcp_rsp)] = {0};
    size_t at = sizeof(struct zl_fcp_resp_with_ext);

    rsp[10] = flags;
    rsp[11] = status;
    put_be32(rsp + 12, residual);
    if (info) {
        put_be32(rsp + 20, RSP_INFO_BYTES);
        memcpy(rsp + at, info, RSP_INFO_BYTES);
        at += RSP_INFO_BYTES;
    }
    if (sense_length) {
        put_be32(rsp + 16, sense_length);
        memcpy(rsp + at, sense, sense_length);
    }
    watch_write(&c->qtcb->bottom.io.fcp_rsp, sizeof(rsp));
    memcpy(&c->qtcb->bottom.io.fcp_rsp, rsp, sizeof(rsp));
    if (flags || status)
        command_fsf_status(c, FSF_FCP_RSP_AVAILABLE, 0, 0);
}

static void finish_io(struct scsi_io *io)
{
    uint8_t flags = io->sense_length ? SNS_LEN_VALID : 0;
    uint32_t residual = 0;

    if (io->fsf) {
        command_fsf_status(io->c, io->fsf, 0, 0);
        return;
    }
    if (io->moved > io->dl) {
        flags |= RESID_OVER;
        residual = (uint32_t)(io->moved - io->dl);
    } else if (io->moved < io->dl) {
        flags |= RESID_UNDER;
        residual = (uint32_t)(io->dl - io->moved);
    }
    put_rsp(io->c, flags, io->status, residual, NULL, io->sense, io->sense_length);
}

/* By rule the answer comes when its time comes. */
static void end_by_reset(struct command *c)
{
    if (c->fault.action != FCP_FAULT_STUBBORN) {
        command_end_aborted(c);
        return;
    }
    c->fault.action = FCP_FAULT_FSF_STATUS;
    c->fault.value = FSF_ADAPTER_STATUS_AVAILABLE;
    c->fault.qual[0] = FSF_SQ_COMMAND_ABORTED;
}

/* Ends requests of the subchannel for a LUN, or for all of a port, as aborted. */
static void abort_pending(struct subchannel *sub, const struct remote_port *p, const struct lun *l)
{
    struct command_list *lists[] = {&sub->silent, &sub->pending};

    for (int i = 0; i < 2; i++) {
        struct command *next;

        for (struct command *c = lists[i]->first; c; c = next) {
            struct remote_port *of = NULL;
            const struct lun *lun = lun_by_handle(sub, (uint32_t)QGET(c, header.lun_handle), &of);

            next = c->next;
            if (c->code == FSF_QTCB_FCP_CMND && of == p && lun && (!l || l == lun))
                end_by_reset(c);
        }
    }
}

/* A unit attention tells other initiators that their commands are gone. */
static void reset_lun(struct subchannel *sub, struct remote_port *p, struct lun *l)
{
    for (uint32_t i = 0; i < sub->ch->subs; i++)
        abort_pending(sub->ch->sub[i], p, l);
    l->attention = l->open & ~sub_bit(sub);
    l->key = UNIT_ATTENTION;
    l->asc = 0x29;                  /* reset by device reset function */
    l->ascq = 0x03;
}

static void task_management(struct command *c, struct remote_port *p, struct lun *l, uint8_t flags)
{
    uint8_t info[RSP_INFO_BYTES] = {0};

    switch (flags) {
    case TMF_LUN_RESET:
        reset_lun(c->sub, p, l);
        break;
    case TMF_TARGET_RESET:
        for (uint32_t i = 0; i < p->luns; i++)
            reset_lun(c->sub, p, p->lun[i]);
        break;
    case TMF_ABORT_TASK_SET:
    case TMF_CLEAR_TASK_SET:
        abort_pending(c->sub, p, l);
        break;
    case TMF_CLEAR_ACA:
        break;
    default:
        info[3] = RSP_CODE_REJECTED;
    }
    put_rsp(c, RSP_LEN_VALID, 0, 0, info, NULL, 0);
}

/* Whether what the QTCB, the FCP_CMND and SBALE 0 say of the direction is the same; sets it. */
static bool set_direction(struct scsi_io *io, uint32_t direction, uint8_t flags)
{
    struct command *c = io->c;

    io->dif = direction == FSF_DATADIR_DIF_WRITE_INSERT || direction == FSF_DATADIR_DIF_READ_STRIP;
    io->dix = direction == FSF_DATADIR_DIF_WRITE_CONVERT || direction == FSF_DATADIR_DIF_READ_CONVERT;
    io->dif = io->dif || io->dix;
    switch (direction) {
    case FSF_DATADIR_CMND:
        return !(flags & (CFL_READ | CFL_WRITE));
    case FSF_DATADIR_READ:
    case FSF_DATADIR_DIF_READ_STRIP:
    case FSF_DATADIR_DIF_READ_CONVERT:
        return (flags & CFL_READ) && !(flags & CFL_WRITE) && c->type == SBAL_SFLAGS0_TYPE_READ;
    case FSF_DATADIR_WRITE:
    case FSF_DATADIR_DIF_WRITE_INSERT:
    case FSF_DATADIR_DIF_WRITE_CONVERT:
        io->out = true;
        return (flags & CFL_WRITE) && !(flags & CFL_READ) && c->type == SBAL_SFLAGS0_TYPE_WRITE;
    default:
        return false;
    }
}

/* Splits the data areas into protection data and data, and takes protection out of the length. */
static uint32_t set_data(struct scsi_io *io, uint32_t dl)
{
    struct command *c = io->c;
    uint32_t block = (uint32_t)QGET(c, bottom.io.data_block_length);
    uint32_t prot_length = (uint32_t)QGET(c, bottom.io.prot_data_length);
    uint32_t areas = io->dix ? c->data_div : 0;

    io->dl = dl;
    if (areas > c->segments || (!io->dix && c->data_div))
        return FSF_SBAL_MISMATCH;
    io->prot = span_of(c, 0, areas);
    io->data = span_of(c, areas, c->segments - areas);
    if (io->dif) {
        if (!io->lun->disk || !(io->lun->disk->flags & FCP_LUN_DIF) || block != io->lun->disk->block_size)
            return FSF_INVALID_PROT_PARM;
        if (dl % (block + 8))
            return FSF_INCONSISTENT_PROT_DATA;
        io->dl = (uint64_t)(dl / (block + 8)) * block;
        if (io->dix && (prot_length != io->dl / block * 8 || io->prot.length < prot_length))
            return FSF_INCONSISTENT_PROT_DATA;
    }
    return io->data.length < io->dl ? FSF_SBAL_MISMATCH : 0;
}

/* Finds the LUN that both handles name; or sets the status that says why not. */
static bool find_lun(struct command *c, struct remote_port **port, struct lun **lun)
{
    uint32_t handle = (uint32_t)QGET(c, header.port_handle);
    uint32_t handle_lun = (uint32_t)QGET(c, header.lun_handle);
    struct remote_port *p = port_by_handle(c->sub, handle), *of = NULL;
    struct lun *l = lun_by_handle(c->sub, handle_lun, &of);

    if (!p)
        command_fsf_status(c, FSF_PORT_HANDLE_NOT_VALID, handle, handle);
    else if (!l)
        command_fsf_status(c, FSF_LUN_HANDLE_NOT_VALID, handle_lun, handle_lun);
    else if (of != p)
        command_fsf_status(c, FSF_HANDLE_MISMATCH, 0, 0);
    *port = p;
    *lun = l;
    return p && l && of == p;
}

static void put_latency(struct command *c)
{
    if (!(c->sub->param[FCP_P_ADAPTER_FEATURES] & FSF_FEATURE_MEASUREMENT_DATA))
        return;
    QPUT(c, prefix.prot_status_qual.latency_info.channel_lat, CHANNEL_LATENCY);
    QPUT(c, prefix.prot_status_qual.latency_info.fabric_lat, FABRIC_LATENCY);
}

static void run_io(struct command *c, struct remote_port *p, struct lun *l, const uint8_t *iu)
{
    struct scsi_io io = {.c = c, .port = p, .lun = l};

    if (!set_direction(&io, (uint32_t)QGET(c, bottom.io.data_direction), iu[11])) {
        command_fsf_status(c, FSF_DIRECTION_INDICATOR_NOT_VALID, 0, 0);
        return;
    }
    memcpy(io.cdb, iu + 12, sizeof(io.cdb));
    io.fsf = set_data(&io, be32(iu + 28));
    if (!io.fsf)
        scsi_run(&io);
    finish_io(&io);
}

void fcp_cmnd(struct command *c)
{
    uint8_t iu[FCP_CMND_BYTES];
    struct remote_port *p;
    struct lun *l;

    put_latency(c);
    if (!find_lun(c, &p, &l))
        return;
    watch_read(&c->qtcb->bottom.io.fcp_cmnd, sizeof(iu));
    memcpy(iu, &c->qtcb->bottom.io.fcp_cmnd, sizeof(iu));
    if (QGET(c, bottom.io.service_class) != FSF_CLASS_3) {
        command_fsf_status(c, FSF_SERVICE_CLASS_NOT_SUPPORTED, 0, 0);
    } else if (QGET(c, bottom.io.fcp_cmnd_length) != FCP_CMND_BYTES) {
        command_fsf_status(c, FSF_CMND_LENGTH_NOT_VALID, 0, 0);
    } else if (be64(iu) != l->fcp_lun) {
        command_fsf_status(c, FSF_FCPLUN_NOT_VALID, 0, 0);
    } else if (!(p->live & sub_bit(c->sub))) {
        command_fsf_status(c, FSF_ADAPTER_STATUS_AVAILABLE, FSF_SQ_INVOKE_LINK_TEST_PROCEDURE, 0);
    } else if (c->fault.action == FCP_FAULT_FCP_RSP) {
        watch_write(&c->qtcb->bottom.io.fcp_rsp, sizeof(c->qtcb->bottom.io.fcp_rsp));
        memset(&c->qtcb->bottom.io.fcp_rsp, 0, sizeof(c->qtcb->bottom.io.fcp_rsp));
        memcpy(&c->qtcb->bottom.io.fcp_rsp, c->fault.data, c->fault.data_length);
        command_fsf_status(c, FSF_FCP_RSP_AVAILABLE, 0, 0);
    } else if (iu[10]) {
        task_management(c, p, l, iu[10]);
    } else {
        run_io(c, p, l, iu);
    }
}

/* The aborted command is answered first. */
void abort_fcp_cmnd(struct command *c)
{
    struct command *target;
    struct remote_port *p;
    struct lun *l;

    if (!find_lun(c, &p, &l))
        return;
    target = command_find(c->sub, QGET(c, bottom.support.req_handle));
    if (!target || target->code != FSF_QTCB_FCP_CMND)
        command_fsf_status(c, FSF_FCP_COMMAND_DOES_NOT_EXIST, 0, 0);
    else
        command_end_aborted(target);
}
