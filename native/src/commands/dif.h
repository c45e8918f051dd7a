// SPDX-License-Identifier: GPL-2.0-only
/* Protection information. */
#ifndef FCPMOCK_DIF_H
#define FCPMOCK_DIF_H

#include "commands/scsi_io.h"

/* dif.c */
bool dif_check(struct scsi_io *io, uint64_t lba, uint32_t blocks);
void dif_make(struct scsi_io *io, uint64_t lba, uint32_t blocks);

#endif
