// SPDX-License-Identifier: GPL-2.0-only
/** Payloads on the Fibre Channel wire: generic services, extended link services, FCP. */
package org.zfcp4j.layout.fc;
