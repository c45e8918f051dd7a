// SPDX-License-Identifier: GPL-2.0-only
/** Programs that the documentation shows. */
package org.zfcp4j.example;
