// SPDX-License-Identifier: GPL-2.0-only
/* Open port, close port, close physical port. */
#ifndef FCPMOCK_COMMAND_PORT_H
#define FCPMOCK_COMMAND_PORT_H

#include "state/state.h"

/* command_port.c, command_lun.c, command_ct.c, command_els.c, command_fcp.c */
void open_port(struct command *c);
void close_port(struct command *c);
void close_physical_port(struct command *c);

#endif
