// SPDX-License-Identifier: GPL-2.0-only
/** The parts of {@code zfcp_fc.c} and {@code zfcp_fc.h} that send nothing: the FSF commands call them. */
package org.zfcp4j.zfcp.fc;
