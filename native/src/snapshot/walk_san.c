// SPDX-License-Identifier: GPL-2.0-only
/* Remote ports, LUNs and the contents of disks, on a tape. */
#include "snapshot/walk_san.h"

#include <stdlib.h>

#include "san/disk.h"
#include "san/port.h"
#include "san/san.h"

/* A disk stands where the first LUN that has it is; it is known by its number afterwards. */
static struct disk *disk_taken(struct tape *t, uint64_t number)
{
    struct disk *d = t->disk[number - 1];

    if (!d) {
        d = calloc(1, sizeof(*d));
        if (d)
            d->number = number;
        t->failed |= !d;
    }
    return d;
}

static void walk_disk(struct tape *t, struct disk *d)
{
    if (t->disk[d->number - 1])
        return;
    t->disk[d->number - 1] = d;
    TAPE(t, d->block_size);
    TAPE(t, d->flags);
    tape_words(t, &d->blocks, 1);
    if (t->mode == TAPE_TAKE && d->blocks) {
        d->bytes = calloc(d->blocks, d->block_size);
        if (!d->bytes) {
            t->failed = true;
            d->blocks = 0;
            return;
        }
    }
    tape_words(t, (uint64_t *)(void *)d->bytes, d->blocks * d->block_size / sizeof(uint64_t));
}

static void walk_lun(struct tape *t, struct remote_port *p, struct lun *l)
{
    uint64_t number = l->disk ? l->disk->number : 0;

    TAPE(t, l->fcp_lun);
    tape_flag(t, &l->removed);
    TAPE(t, l->open);
    TAPE(t, l->attention);
    TAPE(t, l->key);
    TAPE(t, l->asc);
    TAPE(t, l->ascq);
    TAPE(t, number);
    if (t->mode == TAPE_TAKE) {
        l->slot = p->luns - 1;
        if (number && number <= t->ch->san.disks)
            l->disk = disk_taken(t, number);
        if (l->disk)
            l->disk->users++;
    }
    if (l->disk)
        walk_disk(t, l->disk);
}

static void walk_luns(struct tape *t, struct remote_port *p)
{
    uint32_t luns = p->luns;

    TAPE(t, luns);
    for (uint32_t i = 0; i < luns && !t->failed; i++) {
        if (t->mode == TAPE_TAKE && !lun_new(p, 0, NULL)) {
            t->failed = true;
            return;
        }
        walk_lun(t, p, p->lun[i]);
    }
}

static void walk_port(struct tape *t, struct remote_port *p)
{
    TAPE(t, p->info.wwpn);
    TAPE(t, p->info.wwnn);
    TAPE(t, p->info.zones);
    TAPE(t, p->info.d_id);
    TAPE(t, p->info.max_frame);
    TAPE(t, p->info.connection_info);
    tape_flag(t, &p->present);
    TAPE(t, p->open);
    TAPE(t, p->live);
    walk_luns(t, p);
}

void walk_san(struct tape *t)
{
    struct san *san = &t->ch->san;
    uint32_t ports = san->ports;

    if (t->mode == TAPE_TAKE) {
        san_free(t->ch);
        *san = (struct san){0};
    }
    TAPE(t, ports);
    TAPE(t, san->disks);
    t->disk = san->disks ? calloc(san->disks, sizeof(*t->disk)) : NULL;
    t->failed |= san->disks && !t->disk;
    for (uint32_t i = 0; i < ports && !t->failed; i++) {
        if (t->mode == TAPE_TAKE && !port_new(san)) {
            t->failed = true;
            break;
        }
        walk_port(t, san->port[i]);
    }
    free(t->disk);
    t->disk = NULL;
}
