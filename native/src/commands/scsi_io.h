// SPDX-License-Identifier: GPL-2.0-only
/* A SCSI command on its way through the disk. */
#ifndef FCPMOCK_SCSI_IO_H
#define FCPMOCK_SCSI_IO_H

#include "commands/transfer.h"
#include "san/port.h"

struct scsi_io {
    struct command *c;
    struct remote_port *port;
    struct lun *lun;
    uint8_t cdb[16];
    struct span data;
    struct span prot;
    uint64_t dl;                    /* bytes that the host has room for, or sends; protection not counted */
    bool out;                       /* from the host */
    bool dif;                       /* with protection information between channel and disk */
    bool dix;                       /* and between host and channel */
    uint64_t moved;                 /* bytes that the command would move, may be more than dl */
    uint8_t status;
    uint8_t sense[18];
    uint8_t sense_length;
    uint32_t fsf;                   /* 0, or the protection check that failed */
};

#endif
