// SPDX-License-Identifier: GPL-2.0-only
/* The SAN behind a channel. Its objects are guarded by the channel's lock. */
#ifndef FCPMOCK_SAN_H
#define FCPMOCK_SAN_H

#include "internal.h"

#define WELL_KNOWN_BASE 0xfffff0
#define DIRECTORY_SERVER 0xfffffc

#define FIRST_PORT_HANDLE 0x11
#define FIRST_LUN_HANDLE 0x1000
#define MAX_REMOTE_PORTS 3000
#define MAX_LUNS_PER_PORT 0x4000

/* Content, which several LUNs may share. */
struct disk {
    uint64_t number;                /* its serial number: by this, paths to it are found to be paths to one disk */
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
void san_free(fcp_channel *ch);

/* disk.c */
struct lun *lun_find(const struct remote_port *p, uint64_t fcp_lun);
struct lun *lun_for_open(struct remote_port *p, uint64_t fcp_lun);
uint32_t lun_handle(const struct remote_port *p, const struct lun *l);
/* NULL unless the subchannel has it open; *port is then its port. */
struct lun *lun_by_handle(const struct subchannel *sub, uint32_t handle, struct remote_port **port);
uint32_t luns_open(const struct subchannel *sub);
void luns_free(struct remote_port *p);

/* transfer.c */
struct span {
    const struct segment *segment;
    uint32_t segments;
    uint64_t length;
};
struct span span_of(const struct command *c, uint32_t first, uint32_t count);
uint64_t span_put(const struct span *s, uint64_t offset, const void *from, uint64_t length);
uint64_t span_get(const struct span *s, uint64_t offset, void *to, uint64_t length);
uint64_t span_zero(const struct span *s, uint64_t offset, uint64_t length);
/* Request and response buffers of a CT or ELS command; false: a status was set. */
bool ct_els_spans(struct command *c, struct span *request, struct span *response);

/* scsi.c */
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
void scsi_run(struct scsi_io *io);
void scsi_sense(struct scsi_io *io, uint8_t key, uint8_t asc, uint8_t ascq);

/* dif.c */
bool dif_check(struct scsi_io *io, uint64_t lba, uint32_t blocks);
void dif_make(struct scsi_io *io, uint64_t lba, uint32_t blocks);

/* command_port.c, command_lun.c, command_ct.c, command_els.c, command_fcp.c */
void open_port(struct command *c);
void close_port(struct command *c);
void close_physical_port(struct command *c);
void open_lun(struct command *c);
void close_lun(struct command *c);
void send_generic(struct command *c);
void send_els(struct command *c);
void fcp_cmnd(struct command *c);
void abort_fcp_cmnd(struct command *c);
/* CT or ELS command that a request carries, for fault rules. */
uint32_t ct_els_opcode(const struct command *c, uint32_t code);

#endif
