// SPDX-License-Identifier: GPL-2.0-only
/* Remote ports and their LUNs: data, look-up, and who has them open. Guarded by the channel's lock. */
#ifndef FCPMOCK_PORT_H
#define FCPMOCK_PORT_H

#include "state/state.h"

#define WELL_KNOWN_BASE 0xfffff0
#define DIRECTORY_SERVER 0xfffffc

#define FIRST_PORT_HANDLE 0x11
#define FIRST_LUN_HANDLE 0x1000
#define MAX_REMOTE_PORTS 3000
#define MAX_LUNS_PER_PORT 0x4000

/* Content, which several LUNs may share. */
struct disk {
    uint64_t number;                /* its serial number: identifies paths to the same disk */
    uint32_t users;
    uint32_t block_size;
    uint64_t blocks;
    uint32_t flags;
    uint8_t *bytes;
};

struct lun {
    uint64_t fcp_lun;
    uint32_t slot;                  /* in the port's list; part of the handle */
    struct disk *disk;              /* NULL: nothing behind it, only REPORT LUNS and the like work */
    bool removed;
    uint64_t open;                  /* bit per subchannel */
    uint64_t attention;             /* bit per subchannel: sense is pending */
    uint8_t key, asc, ascq;
};

struct remote_port {
    struct fcp_port info;
    uint32_t slot;
    bool present;
    uint64_t open;                  /* bit per subchannel: there is a handle */
    uint64_t live;                  /* bit per subchannel: and the login behind it holds */
    struct lun **lun;
    uint32_t luns, luns_room;
};

static inline uint64_t sub_bit(const struct subchannel *sub)
{
    return 1ull << sub->number;
}

static inline bool port_visible(const struct remote_port *p, const struct subchannel *sub)
{
    return p->present && (p->info.zones & sub->param[FCP_P_ZONES]);
}

/* san.c */
struct remote_port *port_by_wwpn(fcp_channel *ch, uint64_t wwpn);
struct remote_port *port_by_d_id(const struct subchannel *sub, uint32_t d_id);
uint32_t port_handle(const struct remote_port *p);
/* NULL unless the subchannel has it open. */
struct remote_port *port_by_handle(const struct subchannel *sub, uint32_t handle);
void port_close(struct remote_port *p, const struct subchannel *sub);
uint32_t ports_open(const struct subchannel *sub);
bool is_wka_handle(const struct subchannel *sub, uint32_t handle);
void san_close_all(struct subchannel *sub);

#endif
