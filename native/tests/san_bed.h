// SPDX-License-Identifier: GPL-2.0-only
/* A driver with exchange config data done, two remote ports, and RAM disks behind the first one. */
#ifndef FCPMOCK_SAN_BED_H
#define FCPMOCK_SAN_BED_H

#include "check.h"
#include "driver.h"

#define WWPN_A 0x500507630300c562ull
#define WWPN_B 0x500507630303c562ull
#define WWNN 0x5005076303ffc562ull
#define D_ID_A 0x010200
#define D_ID_B 0x010300
#define LUN_0 0x4010400000000000ull
#define LUN_1 0x4010400100000000ull
#define BLOCKS 2048

void bed_open(struct driver *d);

/* All return the FSF status, or PROT_BAD plus the protocol status if that is not good. */
#define PROT_BAD 0x80000000u
uint32_t bed_status(const struct driver *d, const struct zl_fsf_qtcb *q);
uint32_t bed_open_port(struct driver *d, uint32_t d_id, uint32_t *handle);
uint32_t bed_close_port(struct driver *d, uint32_t command, uint32_t handle);
uint32_t bed_open_lun(struct driver *d, uint32_t port, uint64_t lun, uint32_t *handle);
uint32_t bed_close_lun(struct driver *d, uint32_t port, uint32_t lun);
uint32_t bed_ct(struct driver *d, uint32_t handle, const void *request, uint32_t length, struct area *rsp,
                uint32_t areas);
uint32_t bed_els(struct driver *d, uint32_t d_id, const void *request, uint32_t length, struct area *rsp);

struct io {
    uint32_t port, lun;
    uint64_t fcp_lun;
    uint8_t cdb[16];
    uint32_t direction;
    uint32_t dl;
    struct area data[600];
    uint32_t areas;
    uint32_t prot_areas;            /* of these, the first so many: protection data */
    uint32_t prot_length, block;
    uint8_t tm_flags;
    struct zl_fsf_qtcb *q;          /* set */
    uint64_t id;
};
void bed_io_setup(struct driver *d, struct io *io);
uint32_t bed_io(struct driver *d, struct io *io);
uint8_t bed_scsi_status(const struct io *io);
uint8_t bed_rsp_flags(const struct io *io);
uint32_t bed_residual(const struct io *io);
/* Sense key, ASC and ASCQ as one number. */
uint32_t bed_sense(const struct io *io);

#endif
