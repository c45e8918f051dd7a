// SPDX-License-Identifier: GPL-2.0-only
/*
 * Protection information, type 1: eight bytes for each block, a guard, an application tag, and a reference tag that is
 * the lower half of the block address. The disk's own is always right and hence not kept; what the host sends along
 * (DIX, with the IP checksum as its guard) is checked, and what it gets is made.
 */
#include "commands/dif.h"

#include "commands/transfer.h"

#define TUPLE_BYTES 8
#define APP_TAG_ANY 0xffff
#define BLOCK_MAX 4096

/* The internet checksum, as the host's hardware computes it with less effort than a CRC; of a copy, which is no main storage. */
static uint16_t ip_checksum(const uint8_t *p, uint32_t length)
{
    uint64_t sum = 0;

    for (uint32_t i = 0; i < length; i += 2)
        sum += (uint32_t)p[i] << 8 | p[i + 1];
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return (uint16_t)~sum;
}

/* Checks what the host sent; false: io->fsf says what is wrong. */
bool dif_check(struct scsi_io *io, uint64_t lba, uint32_t blocks)
{
    uint32_t size = io->lun->disk->block_size;
    uint8_t data[BLOCK_MAX], tuple[TUPLE_BYTES];

    if (!io->dix)
        return true;
    for (uint32_t i = 0; i < blocks; i++) {
        span_get(&io->data, (uint64_t)i * size, data, size);
        span_get(&io->prot, (uint64_t)i * TUPLE_BYTES, tuple, sizeof(tuple));
        if (be16(tuple + 2) == APP_TAG_ANY)
            continue;               /* the escape that type 1 has: not checked */
        if (be16(tuple) != ip_checksum(data, size))
            io->fsf = FSF_BLOCK_GUARD_CHECK_FAILURE;
        else if (be32(tuple + 4) != (uint32_t)(lba + i))
            io->fsf = FSF_REF_TAG_CHECK_FAILURE;
        if (io->fsf)
            return false;
    }
    return true;
}

/* Makes the protection information of blocks that the host reads. */
void dif_make(struct scsi_io *io, uint64_t lba, uint32_t blocks)
{
    uint32_t size = io->lun->disk->block_size;

    if (!io->dix)
        return;
    for (uint32_t i = 0; i < blocks; i++) {
        uint8_t tuple[TUPLE_BYTES] = {0};

        put_be16(tuple, ip_checksum(io->lun->disk->bytes + (lba + i) * size, size));
        put_be32(tuple + 4, (uint32_t)(lba + i));
        span_put(&io->prot, (uint64_t)i * TUPLE_BYTES, tuple, sizeof(tuple));
    }
}
