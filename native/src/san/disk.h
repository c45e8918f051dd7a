// SPDX-License-Identifier: GPL-2.0-only
/* LUNs and disks. */
#ifndef FCPMOCK_DISK_H
#define FCPMOCK_DISK_H

#include "san/port.h"

/* disk.c */
struct lun *lun_find(const struct remote_port *p, uint64_t fcp_lun);
struct lun *lun_for_open(struct remote_port *p, uint64_t fcp_lun);
uint32_t lun_handle(const struct remote_port *p, const struct lun *l);
/* NULL unless the subchannel has it open; *port is then its port. */
struct lun *lun_by_handle(const struct subchannel *sub, uint32_t handle, struct remote_port **port);
uint32_t luns_open(const struct subchannel *sub);
/* Adds one without looking for another with that name; NULL if there are too many, or no memory. */
struct lun *lun_new(struct remote_port *p, uint64_t fcp_lun, struct disk *disk);
void luns_free(struct remote_port *p);

#endif
