// SPDX-License-Identifier: GPL-2.0-only
/**
 * Access to off-heap memory and the words in which structures are described.
 *
 * <p>The structures themselves are in the subpackages, a class each, with the C name in camel case. Accessors take the
 * absolute address of the structure. Numbers come as unsigned {@code int} up to 16 bits, as {@code int} with the same
 * bits for 32, as {@code long} for 64; Fibre Channel addresses as {@code int} of 24 bits. Embedded structures and byte
 * arrays come as addresses. Reserved members are in the layout but have no accessor.
 */
package org.zfcp4j.layout;
