// SPDX-License-Identifier: GPL-2.0-only
/* Remote ports: look-up, and who has them open. */
#include "san/port.h"

struct remote_port *port_by_wwpn(fcp_channel *ch, uint64_t wwpn)
{
    for (uint32_t i = 0; i < ch->san.ports; i++)
        if (ch->san.port[i]->info.wwpn == wwpn)
            return ch->san.port[i];
    return NULL;
}

struct remote_port *port_by_d_id(const struct subchannel *sub, uint32_t d_id)
{
    const struct san *san = &sub->ch->san;

    for (uint32_t i = 0; i < san->ports; i++)
        if (san->port[i]->info.d_id == d_id && port_visible(san->port[i], sub))
            return san->port[i];
    return NULL;
}

uint32_t port_handle(const struct remote_port *p)
{
    return FIRST_PORT_HANDLE + p->slot;
}

struct remote_port *port_by_handle(const struct subchannel *sub, uint32_t handle)
{
    const struct san *san = &sub->ch->san;
    uint32_t slot = handle - FIRST_PORT_HANDLE;

    return slot < san->ports && (san->port[slot]->open & sub_bit(sub)) ? san->port[slot] : NULL;
}

/* A well-known address has itself as the handle, with its class of port in front. */
bool is_wka_handle(const struct subchannel *sub, uint32_t handle)
{
    return (handle & 0xfffffff0) == 0x00fc00f0 && (sub->wka_open & 1u << (handle & 15));
}

void port_close(struct remote_port *p, const struct subchannel *sub)
{
    p->open &= ~sub_bit(sub);
    p->live &= ~sub_bit(sub);
    for (uint32_t i = 0; i < p->luns; i++)
        p->lun[i]->open &= ~sub_bit(sub);
}

uint32_t ports_open(const struct subchannel *sub)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < sub->ch->san.ports; i++)
        n += (sub->ch->san.port[i]->open & sub_bit(sub)) != 0;
    return n;
}

/* The queues of a subchannel are gone, and all that it had open with them. */
void san_close_all(struct subchannel *sub)
{
    sub->wka_open = 0;
    for (uint32_t i = 0; i < sub->ch->san.ports; i++)
        port_close(sub->ch->san.port[i], sub);
}
