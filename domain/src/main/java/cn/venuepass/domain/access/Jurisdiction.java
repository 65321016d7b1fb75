package cn.venuepass.domain.access;

import cn.venuepass.domain.venue.DivisionCode;

/** The division that a staff account answers for, with everything below it in the tree. */
public record Jurisdiction(DivisionCode division) {}
