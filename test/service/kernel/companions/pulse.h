/* SPDX-License-Identifier: GPL-2.0 */
int pulse_read(int channel);
