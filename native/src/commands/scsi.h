// SPDX-License-Identifier: GPL-2.0-only
/* SCSI commands on a disk. */
#ifndef FCPMOCK_SCSI_H
#define FCPMOCK_SCSI_H

#include "commands/scsi_io.h"

/* scsi.c */
void scsi_run(struct scsi_io *io);
void scsi_sense(struct scsi_io *io, uint8_t key, uint8_t asc, uint8_t ascq);

#endif
