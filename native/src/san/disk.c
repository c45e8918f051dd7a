// SPDX-License-Identifier: GPL-2.0-only
/* LUNs and the RAM disks behind them. */
#include "san/disk.h"

#include <stdlib.h>
#include <string.h>

#include "san/port.h"

#define WLUN_REPORT_LUNS 0xc101000000000000ull

struct lun *lun_find(const struct remote_port *p, uint64_t fcp_lun)
{
    for (uint32_t i = 0; i < p->luns; i++)
        if (p->lun[i]->fcp_lun == fcp_lun && !p->lun[i]->removed)
            return p->lun[i];
    return NULL;
}

struct lun *lun_new(struct remote_port *p, uint64_t fcp_lun, struct disk *disk)
{
    struct lun *l;

    if (p->luns == MAX_LUNS_PER_PORT)
        return NULL;
    if (p->luns == p->luns_room) {
        uint32_t room = p->luns_room ? p->luns_room * 2 : 4;
        struct lun **lun = realloc(p->lun, room * sizeof(struct lun *));

        if (!lun)
            return NULL;
        p->lun = lun;
        p->luns_room = room;
    }
    l = calloc(1, sizeof(*l));
    if (!l)
        return NULL;
    l->fcp_lun = fcp_lun;
    l->slot = p->luns;
    l->disk = disk;
    if (disk)
        disk->users++;
    p->lun[p->luns++] = l;
    return l;
}

/* LUN 0 and the well-known LUN answer in any target, if only with a list of the others. */
struct lun *lun_for_open(struct remote_port *p, uint64_t fcp_lun)
{
    struct lun *l = lun_find(p, fcp_lun);

    if (!l && (!fcp_lun || fcp_lun == WLUN_REPORT_LUNS))
        l = lun_new(p, fcp_lun, NULL);
    return l;
}

uint32_t lun_handle(const struct remote_port *p, const struct lun *l)
{
    return l->slot << 16 | (FIRST_LUN_HANDLE + (port_handle(p) << 4));
}

struct lun *lun_by_handle(const struct subchannel *sub, uint32_t handle, struct remote_port **port)
{
    uint32_t slot = handle >> 16;

    handle &= 0xffff;
    if (handle < FIRST_LUN_HANDLE || handle % 16)
        return NULL;
    *port = port_by_handle(sub, (handle - FIRST_LUN_HANDLE) >> 4);
    if (!*port || slot >= (*port)->luns || !((*port)->lun[slot]->open & sub_bit(sub)))
        return NULL;
    return (*port)->lun[slot];
}

uint32_t luns_open(const struct subchannel *sub)
{
    const struct san *san = &sub->ch->san;
    uint32_t n = 0;

    for (uint32_t i = 0; i < san->ports; i++)
        for (uint32_t k = 0; k < san->port[i]->luns; k++)
            n += (san->port[i]->lun[k]->open & sub_bit(sub)) != 0;
    return n;
}

static void disk_release(struct disk *d)
{
    if (!d || --d->users)
        return;
    free(d->bytes);
    free(d);
}

void luns_free(struct remote_port *p)
{
    for (uint32_t i = 0; i < p->luns; i++) {
        disk_release(p->lun[i]->disk);
        free(p->lun[i]);
    }
    free(p->lun);
}

static struct disk *disk_new(const struct fcp_lun *lun)
{
    struct disk *d = calloc(1, sizeof(*d));

    if (!d)
        return NULL;
    d->block_size = lun->block_size;
    d->blocks = lun->blocks;
    d->flags = lun->flags;
    d->bytes = calloc(lun->blocks, lun->block_size);
    if (!d->bytes) {
        free(d);
        return NULL;
    }
    return d;
}

int fcp_lun_add(fcp_channel *ch, uint64_t wwpn, const struct fcp_lun *lun)
{
    struct remote_port *p;
    struct disk *d;
    int rc = 0;

    if (!ch || !lun || !lun->blocks || (lun->block_size != 512 && lun->block_size != 4096) ||
        lun->blocks > UINT64_MAX / lun->block_size)
        return FCP_EINVAL;
    d = disk_new(lun);
    if (!d)
        return FCP_ENOMEM;
    pthread_mutex_lock(&ch->lock);
    p = port_by_wwpn(ch, wwpn);
    if (!p)
        rc = FCP_ENOENT;
    else if (lun_find(p, lun->fcp_lun))
        rc = FCP_EEXIST;
    else if (!lun_new(p, lun->fcp_lun, d))
        rc = FCP_ENOMEM;
    else
        d->number = ++ch->san.disks;
    pthread_mutex_unlock(&ch->lock);
    if (rc) {
        free(d->bytes);
        free(d);
    }
    return rc;
}

int fcp_lun_share(fcp_channel *ch, uint64_t wwpn, uint64_t fcp_lun, uint64_t from_wwpn, uint64_t from_lun)
{
    struct remote_port *p, *from;
    struct lun *l = NULL;
    int rc = 0;

    if (!ch)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    p = port_by_wwpn(ch, wwpn);
    from = port_by_wwpn(ch, from_wwpn);
    if (from)
        l = lun_find(from, from_lun);
    if (!p || !l || !l->disk)
        rc = FCP_ENOENT;
    else if (lun_find(p, fcp_lun))
        rc = FCP_EEXIST;
    else if (!lun_new(p, fcp_lun, l->disk))
        rc = FCP_ENOMEM;
    pthread_mutex_unlock(&ch->lock);
    return rc;
}

static struct lun *lun_of(fcp_channel *ch, uint64_t wwpn, uint64_t fcp_lun)
{
    struct remote_port *p = port_by_wwpn(ch, wwpn);

    return p ? lun_find(p, fcp_lun) : NULL;
}

/* A handle to it can still be closed; commands find that it is gone. */
int fcp_lun_remove(fcp_channel *ch, uint64_t wwpn, uint64_t fcp_lun)
{
    struct lun *l;

    if (!ch)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    l = lun_of(ch, wwpn, fcp_lun);
    if (l) {
        l->removed = true;
        disk_release(l->disk);
        l->disk = NULL;
    }
    pthread_mutex_unlock(&ch->lock);
    return l ? 0 : FCP_ENOENT;
}

int fcp_lun_access(fcp_channel *ch, uint64_t wwpn, uint64_t fcp_lun, uint64_t offset, uint64_t memory, uint64_t length,
                   uint32_t write)
{
    struct lun *l;
    int rc = 0;

    if (!ch || !memory)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    l = lun_of(ch, wwpn, fcp_lun);
    if (!l || !l->disk) {
        rc = FCP_ENOENT;
    } else if (offset + length < offset || offset + length > l->disk->blocks * l->disk->block_size) {
        rc = FCP_EINVAL;
    } else if (write) {
        memcpy(l->disk->bytes + offset, (const void *)(uintptr_t)memory, length);
    } else {
        memcpy((void *)(uintptr_t)memory, l->disk->bytes + offset, length);
    }
    pthread_mutex_unlock(&ch->lock);
    return rc;
}

int fcp_lun_attention(fcp_channel *ch, uint64_t wwpn, uint64_t fcp_lun, uint32_t key, uint32_t asc, uint32_t ascq)
{
    struct lun *l;

    if (!ch || key > 15 || asc > 0xff || ascq > 0xff)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    l = lun_of(ch, wwpn, fcp_lun);
    if (l) {
        l->attention = l->open;
        l->key = (uint8_t)key;
        l->asc = (uint8_t)asc;
        l->ascq = (uint8_t)ascq;
    }
    pthread_mutex_unlock(&ch->lock);
    return l ? 0 : FCP_ENOENT;
}
