// SPDX-License-Identifier: GPL-2.0-only
/* Exchange config data and exchange port data: what the channel reports about itself. */
#include "commands/command_config.h"

#include <string.h>

#include "requests/link.h"
#include "commands/status.h"

/* "IBM", plant and sequence number, in EBCDIC, as all text of the channel is */
static const uint8_t serial_number[18] = {0xc9, 0xc2, 0xd4, 0xf0, 0xf2, 0xf0, 0xf0, 0xf0, 0xf0,
                                          0xf0, 0xf0, 0xf0, 0xf0, 0xf1, 0xf2, 0xf3, 0xf4, 0xf5};

/* FC-4 type FCP (8) in a bit map of types: bit 0 of byte 2 */
static const uint8_t fc4_fcp[32] = {0, 0, 1};

/* Offsets within the login payload of FC-LS, which here lacks its command word */
#define LOGIN_PORT_NAME 16
#define LOGIN_NODE_NAME 24
#define LOGIN_CLASS3 64

static void put_service_params(uint8_t *to)
{
    static const uint8_t common[10] = {0x20, 0x20, 0x00, 0x10, 0x00, 0x00, 0x08, 0x40};

    memcpy(to, common, sizeof(common));
    to[LOGIN_CLASS3] = 0x80;        /* class 3 is valid */
}

static void put_config(struct command *c, bool complete)
{
    const uint64_t *p = c->sub->param;
    struct zl_fsf_qtcb_bottom_config *b = &c->qtcb->bottom.config;
    uint8_t serv[sizeof(b->nport_serv_param)] = {0}, plogi[sizeof(b->plogi_payload)] = {0};
    bool p2p = p[FCP_P_FC_TOPOLOGY] == FSF_TOPO_P2P;

    QPUT(c, bottom.config.lic_version, p[FCP_P_LIC_VERSION]);
    QPUT(c, bottom.config.high_qtcb_version, p[FCP_P_HIGH_QTCB_VERSION]);
    QPUT(c, bottom.config.low_qtcb_version, p[FCP_P_LOW_QTCB_VERSION]);
    QPUT(c, bottom.config.max_qtcb_size, p[FCP_P_MAX_QTCB_SIZE]);
    QPUT(c, bottom.config.max_data_transfer_size, p[FCP_P_MAX_DATA_TRANSFER_SIZE]);
    QPUT(c, bottom.config.adapter_features, p[FCP_P_ADAPTER_FEATURES]);
    QPUT(c, bottom.config.connection_features, p[FCP_P_CONNECTION_FEATURES]);
    QPUT(c, bottom.config.adapter_type, p[FCP_P_ADAPTER_TYPE]);
    QPUT(c, bottom.config.status_read_buf_num, p[FCP_P_STATUS_READ_BUF_NUM]);
    QPUT(c, bottom.config.timer_interval, p[FCP_P_TIMER_INTERVAL]);
    QPUT(c, bottom.config.adapter_ports, 1);
    QPUT(c, bottom.config.hardware_version, p[FCP_P_HARDWARE_VERSION]);
    QPUT(c, bottom.config.fc_topology, complete ? p[FCP_P_FC_TOPOLOGY] : 0);
    QPUT(c, bottom.config.fc_link_speed, complete ? p[FCP_P_FC_LINK_SPEED] : 0);
    QPUT(c, bottom.config.s_id, complete ? p[FCP_P_D_ID] : 0);
    QPUT(c, bottom.config.peer_d_id, complete && p2p ? p[FCP_P_PEER_D_ID] : 0);
    put_service_params(serv);
    put_be64(serv + LOGIN_PORT_NAME, p[FCP_P_WWPN]);
    put_be64(serv + LOGIN_NODE_NAME, p[FCP_P_WWNN]);
    put_service_params(plogi);
    if (complete && p2p) {
        put_be64(plogi + LOGIN_PORT_NAME, p[FCP_P_PEER_WWPN]);
        put_be64(plogi + LOGIN_NODE_NAME, p[FCP_P_PEER_WWNN]);
    } else if (complete) {
        put_be64(plogi + LOGIN_PORT_NAME, 0x2001000533000001);      /* the fabric's */
        put_be64(plogi + LOGIN_NODE_NAME, 0x1000000533000001);
    }
    watch_write(b->nport_serv_param, sizeof(serv));
    memcpy(b->nport_serv_param, serv, sizeof(serv));
    watch_write(b->plogi_payload, sizeof(plogi));
    memcpy(b->plogi_payload, plogi, sizeof(plogi));
    watch_write(b->serial_number, sizeof(b->serial_number));
    memset(b->serial_number, 0, sizeof(b->serial_number));
    memcpy(b->serial_number, serial_number, sizeof(serial_number));
}

/* Whether this attempt finds the connection of the host still being set up. */
static bool initializing(struct subchannel *sub)
{
    uint64_t *tries = &sub->param[FCP_P_HOST_CONNECTION_TRIES];

    if (!*tries)
        return false;
    --*tries;
    return true;
}

void exchange_config_data(struct command *c)
{
    struct subchannel *sub = c->sub;
    uint32_t code = (uint32_t)sub->param[FCP_P_CONFIG_INCOMPLETE];
    bool down;

    if (initializing(sub)) {
        command_prot_status(c, FSF_PROT_HOST_CONNECTION_INITIALIZING, 0);
        return;
    }
    down = link_is_down(sub, &code) || code;
    put_config(c, !down);
    sub->configured = true;
    if (down)
        command_fsf_status(c, FSF_EXCHANGE_CONFIG_DATA_INCOMPLETE, code, 0);
    else
        login(sub);
}

void exchange_port_data(struct command *c)
{
    struct subchannel *sub = c->sub;
    const uint64_t *p = sub->param;
    struct zl_fsf_qtcb_bottom_port *b = &c->qtcb->bottom.port;
    uint32_t code = (uint32_t)p[FCP_P_PORT_DATA_INCOMPLETE];

    QPUT(c, bottom.port.wwpn, p[FCP_P_WWPN]);
    QPUT(c, bottom.port.fc_port_id, p[FCP_P_D_ID]);
    QPUT(c, bottom.port.port_type, p[FCP_P_PORT_TYPE]);
    QPUT(c, bottom.port.port_state, 2);                 /* online */
    QPUT(c, bottom.port.class_of_service, 6);           /* classes 2 and 3 */
    QPUT(c, bottom.port.supported_speed, p[FCP_P_SUPPORTED_SPEED]);
    QPUT(c, bottom.port.maximum_frame_size, p[FCP_P_MAXIMUM_FRAME_SIZE]);
    QPUT(c, bottom.port.seconds_since_last_reset, sub->ch->now_ns / 1000000000);
    QPUT(c, bottom.port.input_requests, sub->stats.responses_placed);
    QPUT(c, bottom.port.output_requests, sub->stats.requests_fetched);
    QPUT(c, bottom.port.fc_security_algorithms, p[FCP_P_FC_SECURITY_ALGORITHMS]);
    watch_write(b->supported_fc4_types, sizeof(fc4_fcp));
    watch_write(b->active_fc4_types, sizeof(fc4_fcp));
    memcpy(b->supported_fc4_types, fc4_fcp, sizeof(fc4_fcp));
    memcpy(b->active_fc4_types, fc4_fcp, sizeof(fc4_fcp));
    if (!(p[FCP_P_ADAPTER_FEATURES] & FSF_FEATURE_HBAAPI_MANAGEMENT))
        command_fsf_status(c, FSF_UNKNOWN_COMMAND, 0, 0);
    else if (link_is_down(sub, &code) || code)
        command_fsf_status(c, FSF_EXCHANGE_CONFIG_DATA_INCOMPLETE, code, 0);
}
