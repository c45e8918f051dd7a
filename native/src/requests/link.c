// SPDX-License-Identifier: GPL-2.0-only
/* The cable, the login of a subchannel to the fabric, and what the others of its zones see of it. */
#include "requests/link.h"

#include "state/kick.h"
#include "state/subchannel.h"
#include "requests/srb.h"

#define FABRIC_CONTROLLER 0xfffffd
#define ELS_RSCN 0x61
#define RSCN_PAGE_BYTES 4

bool link_is_down(const struct subchannel *sub, uint32_t *code)
{
    const fcp_channel *ch = sub->ch;

    if (!ch->unplugged && !sub->virtual_link_down)
        return false;
    *code = ch->unplugged ? ch->unplugged_code : sub->virtual_link_code;
    return true;
}

/* A port of the fabric came or went: notifies all that are logged in and share a zone with it. */
void rscn(fcp_channel *ch, uint32_t d_id, uint64_t zones, const struct subchannel *except)
{
    uint8_t els[8] = {ELS_RSCN, RSCN_PAGE_BYTES};
    struct fcp_notification n = {.type = FSF_STATUS_READ_INCOMING_ELS, .d_id = FABRIC_CONTROLLER};

    put_be16(els + 2, sizeof(els));
    put_be32(els + 4, d_id);        /* address format 0: the page names one port */
    n.payload = (uint64_t)(uintptr_t)els;
    n.payload_length = sizeof(els);
    for (uint32_t i = 0; i < ch->subs; i++) {
        struct subchannel *sub = ch->sub[i];

        if (sub != except && sub->logged_in && (sub->param[FCP_P_ZONES] & zones))
            (void)note_push(sub, &n);
    }
}

void login(struct subchannel *sub)
{
    if (sub->logged_in)
        return;
    sub->logged_in = true;
    rscn(sub->ch, (uint32_t)sub->param[FCP_P_D_ID], sub->param[FCP_P_ZONES], sub);
}

void logoff(struct subchannel *sub)
{
    if (!sub->logged_in)
        return;
    sub->logged_in = false;
    rscn(sub->ch, (uint32_t)sub->param[FCP_P_D_ID], sub->param[FCP_P_ZONES], sub);
}

static void link_event(struct subchannel *sub, bool down, uint32_t subtype, uint32_t code)
{
    struct zl_fsf_link_down_info info = {0};
    struct fcp_notification n = {.type = down ? FSF_STATUS_READ_LINK_DOWN : FSF_STATUS_READ_LINK_UP};

    if (down) {
        HW_PUT(sub->little, info.error_code, code);
        n.subtype = subtype;
        n.payload = (uint64_t)(uintptr_t)&info;
        n.payload_length = sizeof(info);
    }
    if (sub->state == FCP_SUB_ACTIVE)
        (void)note_push(sub, &n);
}

int fcp_cable(fcp_channel *ch, uint32_t plugged, uint32_t error_code)
{
    if (!ch || plugged > 1)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    if (ch->unplugged == plugged) {
        ch->unplugged = !plugged;
        ch->unplugged_code = error_code ? error_code : FSF_PSQ_LINK_NO_LIGHT;
        for (uint32_t i = 0; i < ch->subs; i++) {
            /* No RSCN: those on the same cable cannot receive it, and log in again. */
            ch->sub[i]->logged_in = false;
            link_event(ch->sub[i], !plugged, FSF_STATUS_READ_SUB_NO_PHYSICAL_LINK, ch->unplugged_code);
        }
    }
    pthread_mutex_unlock(&ch->lock);
    thread_kick(ch);
    return 0;
}

int fcp_virtual_link(fcp_channel *ch, int32_t number, uint32_t up, uint32_t error_code)
{
    struct subchannel *sub = sub_find(ch, number);

    if (!sub)
        return FCP_ENODEV;
    if (up > 1)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    if (sub->virtual_link_down == up) {
        if (!up)
            logoff(sub);
        sub->virtual_link_down = !up;
        sub->virtual_link_code = error_code ? error_code : FSF_PSQ_LINK_FABRIC_LOGIN_UNABLE;
        link_event(sub, !up, FSF_STATUS_READ_SUB_FDISC_FAILED, sub->virtual_link_code);
    }
    pthread_mutex_unlock(&ch->lock);
    thread_kick(ch);
    return 0;
}
