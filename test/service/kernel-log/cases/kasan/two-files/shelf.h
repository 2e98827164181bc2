#pragma once

struct shelf;

struct shelf *shelf_make(int slots);
void shelf_set(struct shelf *shelf, int slot, u64 value);
void shelf_drop(struct shelf *shelf);
