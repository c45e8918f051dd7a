// SPDX-License-Identifier: GPL-2.0-only
/** All structures by name, to list, dump and compare them. */
package org.zfcp4j.layout.catalog;
