// SPDX-License-Identifier: GPL-2.0-only
/* Exchange config data and exchange port data. */
#ifndef FCPMOCK_COMMAND_CONFIG_H
#define FCPMOCK_COMMAND_CONFIG_H

#include "state/state.h"

/* command_config.c */
void exchange_config_data(struct command *c);
void exchange_port_data(struct command *c);

#endif
