// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.survey;

/**
 * A place where the driver can be changed.
 *
 * @param owner internal name of the class
 * @param method name and descriptor
 * @param number which place of the method it is, from 0
 * @param line of the source
 * @param what stands there
 */
record Site(String owner, String method, int number, int line, String what) {
    @Override
    public String toString() {
        return owner.substring(owner.lastIndexOf('/') + 1) + "." + method.substring(0, method.indexOf('(')) + ':' + line + ' ' + what;
    }
}
