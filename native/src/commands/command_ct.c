// SPDX-License-Identifier: GPL-2.0-only
/* The fabric's directory server: names and addresses of ports, by generic services requests. */
#include "commands/command_ct.h"

#include <string.h>

#include "san/port.h"
#include "commands/status.h"
#include "commands/transfer.h"

#define CT_HEADER_BYTES 16
#define CT_DIRECTORY_SERVICE 0xfc
#define CT_NAME_SERVER 0x02
#define CT_ACCEPT 0x8002
#define CT_REJECT 0x8001

#define REASON_COMMAND 0x01
#define REASON_UNABLE 0x09
#define REASON_UNSUPPORTED 0x0b
#define EXPLAIN_PORT_NAME 0x02
#define EXPLAIN_FC4_TYPES 0x07
#define EXPLAIN_PORT_ID 0x01

#define GSPN_ID 0x0118
#define GID_PN 0x0121
#define GPN_FT 0x0172
#define RSPN_ID 0x0218

#define FC4_TYPE_FCP 8
#define GPN_FT_LAST 0x80
#define GPN_FT_ENTRY_BYTES 16

struct ct {
    struct command *c;
    struct span request, response;
    uint8_t header[CT_HEADER_BYTES];
    uint8_t argument[8 + SYMBOLIC_NAME_SIZE];
    uint64_t argument_length;
    uint64_t room;                  /* bytes that the answer may have beyond its header */
};

/* The answer has the header of the request, but for its code, its residual size, and what is only in a reject. */
static void put_header(struct ct *t, uint16_t code, uint32_t residual_words, uint8_t reason, uint8_t explanation)
{
    uint8_t h[CT_HEADER_BYTES] = {0};

    memcpy(h, t->header, 8);
    put_be16(h + 8, code);
    if (t->c->fault.action == FCP_FAULT_CT_RESIDUAL)
        residual_words = t->c->fault.value;
    put_be16(h + 10, residual_words > 0xffff ? 0xffff : residual_words);
    h[13] = reason;
    h[14] = explanation;
    span_put(&t->response, 0, h, sizeof(h));
}

static void reject(struct ct *t, uint8_t reason, uint8_t explanation)
{
    put_header(t, CT_REJECT, 0, reason, explanation);
}

static void put_body(struct ct *t, const void *from, uint64_t length)
{
    span_put(&t->response, CT_HEADER_BYTES, from, length < t->room ? length : t->room);
}

/* One port for the list; those that find no room are counted. */
static void list_port(struct ct *t, uint64_t *listed, uint64_t all, uint32_t d_id, uint64_t wwpn)
{
    uint8_t entry[GPN_FT_ENTRY_BYTES] = {0};
    bool last = *listed + 1 == all && t->c->fault.action != FCP_FAULT_CT_NO_LAST;

    entry[0] = last ? GPN_FT_LAST : 0;
    put_be24(entry + 1, d_id);
    put_be64(entry + 8, wwpn);
    if ((*listed + 1) * GPN_FT_ENTRY_BYTES <= t->room)
        span_put(&t->response, CT_HEADER_BYTES + *listed * GPN_FT_ENTRY_BYTES, entry, sizeof(entry));
    ++*listed;
}

static bool other_visible(const struct subchannel *other, const struct subchannel *sub)
{
    return other != sub && other->logged_in && (other->param[FCP_P_ZONES] & sub->param[FCP_P_ZONES]);
}

/* The requester is in the list too, as the last entry. */
static void get_port_names(struct ct *t)
{
    struct subchannel *sub = t->c->sub;
    const struct san *san = &sub->ch->san;
    uint64_t all = 1, listed = 0, fits;

    if (t->argument_length < 4 || t->argument[3] != FC4_TYPE_FCP) {
        reject(t, REASON_UNABLE, EXPLAIN_FC4_TYPES);
        return;
    }
    for (uint32_t i = 0; i < san->ports; i++)
        all += port_visible(san->port[i], sub);
    for (uint32_t i = 0; i < sub->ch->subs; i++)
        all += other_visible(sub->ch->sub[i], sub);
    for (uint32_t i = 0; i < san->ports; i++)
        if (port_visible(san->port[i], sub))
            list_port(t, &listed, all, san->port[i]->info.d_id, san->port[i]->info.wwpn);
    for (uint32_t i = 0; i < sub->ch->subs; i++) {
        const struct subchannel *o = sub->ch->sub[i];

        if (other_visible(o, sub))
            list_port(t, &listed, all, (uint32_t)o->param[FCP_P_D_ID], o->param[FCP_P_WWPN]);
    }
    list_port(t, &listed, all, (uint32_t)sub->param[FCP_P_D_ID], sub->param[FCP_P_WWPN]);
    fits = t->room / GPN_FT_ENTRY_BYTES;
    put_header(t, CT_ACCEPT, all > fits ? (uint32_t)(all - fits) * (GPN_FT_ENTRY_BYTES / 4) : 0, 0, 0);
}

static const struct subchannel *sub_by(const struct subchannel *asks, uint32_t param, uint64_t value)
{
    for (uint32_t i = 0; i < asks->ch->subs; i++) {
        const struct subchannel *o = asks->ch->sub[i];

        if (o->param[param] == value && (o == asks || other_visible(o, asks)))
            return o;
    }
    return NULL;
}

static void get_id_by_name(struct ct *t)
{
    struct subchannel *sub = t->c->sub;
    uint64_t wwpn = be64(t->argument);
    struct remote_port *p = port_by_wwpn(sub->ch, wwpn);
    const struct subchannel *other = sub_by(sub, FCP_P_WWPN, wwpn);
    uint8_t id[4] = {0};

    if (t->argument_length < 8) {
        reject(t, REASON_COMMAND, 0);
        return;
    }
    if (p && port_visible(p, sub)) {
        put_be24(id + 1, p->info.d_id);
    } else if (other) {
        put_be24(id + 1, (uint32_t)other->param[FCP_P_D_ID]);
    } else {
        reject(t, REASON_UNABLE, EXPLAIN_PORT_NAME);
        return;
    }
    put_header(t, CT_ACCEPT, 0, 0, 0);
    put_body(t, id, sizeof(id));
}

static void get_symbolic_name(struct ct *t)
{
    const struct subchannel *o = sub_by(t->c->sub, FCP_P_D_ID, be24(t->argument + 1));
    uint8_t answer[1 + SYMBOLIC_NAME_SIZE] = {0};

    if (t->argument_length < 4 || !o) {
        reject(t, REASON_UNABLE, EXPLAIN_PORT_ID);
        return;
    }
    answer[0] = o->symbolic_name_length;
    memcpy(answer + 1, o->symbolic_name, o->symbolic_name_length);
    put_header(t, CT_ACCEPT, 0, 0, 0);
    put_body(t, answer, 1u + o->symbolic_name_length);
}

static void register_symbolic_name(struct ct *t)
{
    struct subchannel *sub = t->c->sub;
    uint8_t length = t->argument[4];

    if (t->argument_length < 5u + length || be24(t->argument + 1) != sub->param[FCP_P_D_ID]) {
        reject(t, REASON_UNABLE, EXPLAIN_PORT_ID);
        return;
    }
    memcpy(sub->symbolic_name, t->argument + 5, length);
    sub->symbolic_name_length = length;
    put_header(t, CT_ACCEPT, 0, 0, 0);
}

static void name_server(struct ct *t)
{
    uint32_t most = be16(t->header + 10) * 4u;

    t->room = t->response.length - CT_HEADER_BYTES;
    if (most && most < t->room)
        t->room = most;
    switch (be16(t->header + 8)) {
    case GPN_FT:
        get_port_names(t);
        break;
    case GID_PN:
        get_id_by_name(t);
        break;
    case GSPN_ID:
        get_symbolic_name(t);
        break;
    case RSPN_ID:
        register_symbolic_name(t);
        break;
    default:
        reject(t, REASON_UNSUPPORTED, 0);
    }
}

void send_generic(struct command *c)
{
    struct ct t = {.c = c};
    uint32_t handle = (uint32_t)QGET(c, header.port_handle);

    if (!is_wka_handle(c->sub, handle)) {
        command_fsf_status(c, FSF_PORT_HANDLE_NOT_VALID, handle, handle);
        return;
    }
    if (!ct_els_spans(c, &t.request, &t.response))
        return;
    if (t.response.length < CT_HEADER_BYTES ||
        span_get(&t.request, 0, t.header, CT_HEADER_BYTES) < CT_HEADER_BYTES) {
        command_fsf_status(c, FSF_PAYLOAD_SIZE_MISMATCH, 0, 0);
        return;
    }
    t.argument_length = span_get(&t.request, CT_HEADER_BYTES, t.argument, sizeof(t.argument));
    if (c->fault.action == FCP_FAULT_CT_REJECT)
        reject(&t, (uint8_t)c->fault.value, (uint8_t)c->fault.qual[0]);
    else if ((handle & 0xff) != (DIRECTORY_SERVER & 0xff) || t.header[4] != CT_DIRECTORY_SERVICE ||
             t.header[5] != CT_NAME_SERVER)
        reject(&t, REASON_UNSUPPORTED, 0);
    else
        name_server(&t);
}
