// SPDX-License-Identifier: GPL-2.0-only
/* A SCSI direct access device: as much of it as an operating system uses. */
#include "commands/scsi.h"

#include <string.h>

#include "san/port.h"
#include "commands/dif.h"
#include "commands/transfer.h"

#define GOOD 0x00
#define CHECK_CONDITION 0x02

#define NOT_READY 0x02
#define ILLEGAL_REQUEST 0x05
#define DATA_PROTECT 0x07

#define TEST_UNIT_READY 0x00
#define REQUEST_SENSE 0x03
#define READ_6 0x08
#define WRITE_6 0x0a
#define INQUIRY 0x12
#define MODE_SENSE_6 0x1a
#define START_STOP_UNIT 0x1b
#define READ_CAPACITY_10 0x25
#define READ_10 0x28
#define WRITE_10 0x2a
#define VERIFY_10 0x2f
#define SYNCHRONIZE_CACHE_10 0x35
#define MODE_SENSE_10 0x5a
#define READ_16 0x88
#define WRITE_16 0x8a
#define SYNCHRONIZE_CACHE_16 0x91
#define SERVICE_ACTION_IN_16 0x9e
#define SA_READ_CAPACITY_16 0x10
#define REPORT_LUNS 0xa0

#define TYPE_DISK 0x00
#define NO_DEVICE_AT_LUN 0x7f

/* Sense in fixed format. */
static uint8_t fixed_sense(uint8_t *to, uint8_t key, uint8_t asc, uint8_t ascq)
{
    memset(to, 0, 18);
    to[0] = 0x70;
    to[2] = key;
    to[7] = 10;
    to[12] = asc;
    to[13] = ascq;
    return 18;
}

void scsi_sense(struct scsi_io *io, uint8_t key, uint8_t asc, uint8_t ascq)
{
    io->status = CHECK_CONDITION;
    io->sense_length = fixed_sense(io->sense, key, asc, ascq);
    io->moved = 0;
}

static void invalid_field(struct scsi_io *io)
{
    scsi_sense(io, ILLEGAL_REQUEST, 0x24, 0);
}

/* Parameter data: no more than the CDB allows, and no more than there is room for. */
static void answer(struct scsi_io *io, const void *from, uint64_t length, uint64_t allocated)
{
    io->moved = length < allocated ? length : allocated;
    if (io->out)
        invalid_field(io);
    else
        span_put(&io->data, 0, from, io->moved < io->dl ? io->moved : io->dl);
}

static void vital_product_data(struct scsi_io *io)
{
    uint8_t d[64] = {0};
    uint32_t length;

    d[1] = io->cdb[2];
    switch (io->cdb[2]) {
    case 0x00:                      /* pages that there are */
        d[4] = 0x00;
        d[5] = 0x80;
        d[6] = 0x83;
        length = 3;
        break;
    case 0x80:                      /* serial number */
        length = 16;
        for (int i = 0; i < 16; i++)
            d[4 + i] = (uint8_t)"0123456789abcdef"[io->lun->disk->number >> (60 - 4 * i) & 15];
        break;
    case 0x83:                      /* NAA identifier of the disk, and the name of the port that was asked */
        d[4] = 0x01;
        d[5] = 0x03;
        d[7] = 8;
        put_be64(d + 8, 0x3000000000000000 | io->lun->disk->number);
        d[16] = 0x61;
        d[17] = 0x93;
        d[19] = 8;
        put_be64(d + 20, io->port->info.wwpn);
        length = 24;
        break;
    default:
        invalid_field(io);
        return;
    }
    put_be16(d + 2, length);
    answer(io, d, 4 + length, be16(io->cdb + 3));
}

static void inquiry(struct scsi_io *io)
{
    uint8_t d[36] = {0};

    if (io->cdb[1] & 1 && io->lun->disk) {
        vital_product_data(io);
        return;
    }
    if (io->cdb[1] & 1 || io->cdb[2]) {
        invalid_field(io);
        return;
    }
    d[0] = io->lun->disk ? TYPE_DISK : NO_DEVICE_AT_LUN;
    d[2] = 0x06;                    /* SPC-4 */
    d[3] = 0x12;                    /* hierarchical LUNs, format 2 */
    d[4] = sizeof(d) - 5;
    d[5] = io->lun->disk && (io->lun->disk->flags & FCP_LUN_DIF) ? 1 : 0;
    d[7] = 0x02;                    /* command queueing */
    memcpy(d + 8, "IBM     RAM DISK        1.00", 28);
    answer(io, d, sizeof(d), be16(io->cdb + 3));
}

static void report_luns(struct scsi_io *io)
{
    uint64_t room = io->dl, listed = 0, allocated = be32(io->cdb + 6);
    uint8_t head[8] = {0};

    for (uint32_t i = 0; i < io->port->luns; i++) {
        const struct lun *l = io->port->lun[i];
        uint8_t entry[8];

        if (!l->disk)
            continue;
        put_be64(entry, l->fcp_lun);
        listed += 8;
        if (listed + 8 <= room && listed + 8 <= allocated)
            span_put(&io->data, listed, entry, sizeof(entry));
    }
    put_be32(head, (uint32_t)listed);
    io->moved = listed + 8 < allocated ? listed + 8 : allocated;
    span_put(&io->data, 0, head, room < allocated ? (room < 8 ? room : 8) : (allocated < 8 ? allocated : 8));
}

static void read_capacity_10(struct scsi_io *io)
{
    uint8_t d[8];
    uint64_t last = io->lun->disk->blocks - 1;

    put_be32(d, last > UINT32_MAX ? UINT32_MAX : (uint32_t)last);
    put_be32(d + 4, io->lun->disk->block_size);
    answer(io, d, sizeof(d), sizeof(d));
}

static void read_capacity_16(struct scsi_io *io)
{
    uint8_t d[32] = {0};

    put_be64(d, io->lun->disk->blocks - 1);
    put_be32(d + 8, io->lun->disk->block_size);
    d[12] = io->lun->disk->flags & FCP_LUN_DIF ? 0x01 : 0x00;
    answer(io, d, sizeof(d), be32(io->cdb + 10));
}

static void mode_sense(struct scsi_io *io)
{
    bool ten = io->cdb[0] == MODE_SENSE_10;
    uint8_t d[8] = {0};
    uint8_t protect = io->lun->disk->flags & FCP_LUN_READ_ONLY ? 0x80 : 0;
    uint32_t length = ten ? 8 : 4;

    d[ten ? 1 : 0] = (uint8_t)(length - (ten ? 2 : 1));
    d[ten ? 3 : 2] = protect;
    answer(io, d, length, ten ? be16(io->cdb + 7) : io->cdb[4]);
}

static void request_sense(struct scsi_io *io)
{
    uint8_t d[18];

    fixed_sense(d, 0, 0, 0);
    if (io->lun->attention & sub_bit(io->c->sub)) {
        fixed_sense(d, io->lun->key, io->lun->asc, io->lun->ascq);
        io->lun->attention &= ~sub_bit(io->c->sub);
    }
    answer(io, d, sizeof(d), io->cdb[4]);
}

static void read_write(struct scsi_io *io, bool write, uint64_t lba, uint32_t blocks)
{
    struct disk *d = io->lun->disk;
    uint64_t bytes = (uint64_t)blocks * d->block_size, n = bytes < io->dl ? bytes : io->dl;

    if (lba >= d->blocks || blocks > d->blocks - lba) {
        scsi_sense(io, ILLEGAL_REQUEST, 0x21, 0);
        return;
    }
    if (bytes && write != io->out) {
        invalid_field(io);
        return;
    }
    if (write && (d->flags & FCP_LUN_READ_ONLY)) {
        scsi_sense(io, DATA_PROTECT, 0x27, 0);
        return;
    }
    io->moved = bytes;
    if (!write) {
        span_put(&io->data, 0, d->bytes + lba * d->block_size, n);
        dif_make(io, lba, (uint32_t)(n / d->block_size));
    } else if (dif_check(io, lba, (uint32_t)(n / d->block_size))) {
        span_get(&io->data, 0, d->bytes + lba * d->block_size, n);
    }
}

static void disk_command(struct scsi_io *io)
{
    const uint8_t *cdb = io->cdb;

    switch (cdb[0]) {
    case TEST_UNIT_READY:
    case START_STOP_UNIT:
    case SYNCHRONIZE_CACHE_10:
    case SYNCHRONIZE_CACHE_16:
        break;
    case VERIFY_10:
        if (cdb[1] & 2)             /* compare with data of the host */
            invalid_field(io);
        break;
    case MODE_SENSE_6:
    case MODE_SENSE_10:
        mode_sense(io);
        break;
    case READ_CAPACITY_10:
        read_capacity_10(io);
        break;
    case SERVICE_ACTION_IN_16:
        if ((cdb[1] & 31) == SA_READ_CAPACITY_16)
            read_capacity_16(io);
        else
            invalid_field(io);
        break;
    case READ_6:
    case WRITE_6:
        read_write(io, cdb[0] == WRITE_6, be24(cdb + 1) & 0x1fffff, cdb[4] ? cdb[4] : 256);
        break;
    case READ_10:
    case WRITE_10:
        read_write(io, cdb[0] == WRITE_10, be32(cdb + 2), be16(cdb + 7));
        break;
    case READ_16:
    case WRITE_16:
        read_write(io, cdb[0] == WRITE_16, be64(cdb + 2), be32(cdb + 10));
        break;
    default:
        scsi_sense(io, ILLEGAL_REQUEST, 0x20, 0);
    }
}

void scsi_run(struct scsi_io *io)
{
    struct lun *l = io->lun;

    io->status = GOOD;
    if (io->cdb[0] == INQUIRY) {
        inquiry(io);
    } else if (io->cdb[0] == REPORT_LUNS) {
        report_luns(io);
    } else if (io->cdb[0] == REQUEST_SENSE) {
        request_sense(io);
    } else if (l->attention & sub_bit(io->c->sub)) {
        l->attention &= ~sub_bit(io->c->sub);
        scsi_sense(io, l->key, l->asc, l->ascq);
    } else if (!l->disk) {
        scsi_sense(io, l->removed ? ILLEGAL_REQUEST : NOT_READY, l->removed ? 0x25 : 0x3a, 0);
    } else {
        disk_command(io);
    }
}
