// SPDX-License-Identifier: GPL-2.0-only
/* Remote ports that come, go and send ELS requests. */
#include "san/san.h"

#include <stdlib.h>

#include "state/kick.h"
#include "requests/link.h"
#include "requests/srb.h"
#include "san/disk.h"
#include "san/port.h"

#define ELS_PLOGI 0x03
#define ELS_LOGO 0x05

void san_free(fcp_channel *ch)
{
    for (uint32_t i = 0; i < ch->san.ports; i++) {
        luns_free(ch->san.port[i]);
        free(ch->san.port[i]);
    }
    free(ch->san.port);
}

struct remote_port *port_new(struct san *san)
{
    struct remote_port *p;

    if (san->ports == MAX_REMOTE_PORTS)
        return NULL;
    if (san->ports == san->ports_room) {
        uint32_t room = san->ports_room ? san->ports_room * 2 : 8;
        struct remote_port **port = realloc(san->port, room * sizeof(struct remote_port *));

        if (!port)
            return NULL;
        san->port = port;
        san->ports_room = room;
    }
    p = calloc(1, sizeof(*p));
    if (p) {
        p->slot = san->ports;
        san->port[san->ports++] = p;
    }
    return p;
}

int fcp_port_add(fcp_channel *ch, const struct fcp_port *port, uint32_t announce)
{
    struct remote_port *p;
    int rc = 0;

    if (!ch || !port || !port->wwpn || !port->d_id || port->d_id >= WELL_KNOWN_BASE)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    p = port_by_wwpn(ch, port->wwpn);
    if (p && p->present)
        rc = FCP_EEXIST;
    else if (!p && !(p = port_new(&ch->san)))
        rc = FCP_ENOMEM;
    if (!rc) {
        p->info = *port;
        if (!p->info.zones)
            p->info.zones = UINT64_MAX;
        if (!p->info.max_frame)
            p->info.max_frame = 2048;
        p->present = true;
        if (announce)
            rscn(ch, p->info.d_id, p->info.zones, NULL);
    }
    pthread_mutex_unlock(&ch->lock);
    thread_kick(ch);
    return rc;
}

int fcp_port_remove(fcp_channel *ch, uint64_t wwpn, uint32_t announce)
{
    struct remote_port *p;

    if (!ch)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    p = port_by_wwpn(ch, wwpn);
    if (p && p->present) {
        p->present = false;
        p->live = 0;
        if (announce)
            rscn(ch, p->info.d_id, p->info.zones, NULL);
    } else {
        p = NULL;
    }
    pthread_mutex_unlock(&ch->lock);
    thread_kick(ch);
    return p ? 0 : FCP_ENOENT;
}

/* PLOGI and LOGO carry the port's name where the driver looks for it; both have their lengths in FC-LS. */
static uint32_t els_frame(const struct remote_port *p, uint32_t command, uint8_t *els)
{
    els[0] = (uint8_t)command;
    if (command == ELS_PLOGI) {
        put_be64(els + 20, p->info.wwpn);
        put_be64(els + 28, p->info.wwnn);
        return 116;
    }
    if (command == ELS_LOGO) {
        put_be24(els + 5, p->info.d_id);
        put_be64(els + 8, p->info.wwpn);
        return 16;
    }
    return 4;
}

int fcp_port_els(fcp_channel *ch, uint64_t wwpn, uint32_t command)
{
    uint8_t els[116] = {0};
    struct fcp_notification n = {.type = FSF_STATUS_READ_INCOMING_ELS};
    struct remote_port *p;

    if (!ch || !command || command > 0xff)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    p = port_by_wwpn(ch, wwpn);
    if (p && p->present) {
        n.d_id = p->info.d_id;
        n.payload = (uint64_t)(uintptr_t)els;
        n.payload_length = els_frame(p, command, els);
        if (command == ELS_LOGO)
            p->live = 0;
        for (uint32_t i = 0; i < ch->subs; i++)
            if (ch->sub[i]->logged_in && port_visible(p, ch->sub[i]))
                (void)note_push(ch->sub[i], &n);
    } else {
        p = NULL;
    }
    pthread_mutex_unlock(&ch->lock);
    thread_kick(ch);
    return p ? 0 : FCP_ENOENT;
}
