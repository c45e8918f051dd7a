// SPDX-License-Identifier: GPL-2.0-only
/** How many mistakes that nobody has made yet the rig notices: the driver is changed at random, and played. */
package org.zfcp4j.survey;
