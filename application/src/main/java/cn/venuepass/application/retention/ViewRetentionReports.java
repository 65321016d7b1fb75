package cn.venuepass.application.retention;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;

/** What was deleted when, the latest run first. */
public interface ViewRetentionReports {
  Page<RetentionReport> list(PageRequest request);
}
