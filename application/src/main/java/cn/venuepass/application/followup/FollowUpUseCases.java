package cn.venuepass.application.followup;

import cn.venuepass.application.Stores;
import cn.venuepass.application.cases.CaseAccess;
import cn.venuepass.application.cases.CaseJournal;
import cn.venuepass.application.cases.CasePeople;
import cn.venuepass.application.notification.Notifications;
import java.time.InstantSource;

/** Everything that can be done for the contacts of a case. */
public record FollowUpUseCases(FollowContacts followContacts, NotifyContacts notifyContacts) {

  public static FollowUpUseCases over(
      Stores stores, CaseJournal journal, Notifications notifications, InstantSource clock) {
    var access = new CaseAccess(stores.cases());
    return new FollowUpUseCases(
        new FollowUpService(
            access,
            stores.followUps(),
            new CasePeople(stores.people()),
            stores.transactions(),
            journal,
            clock),
        new ExposureNoticeService(
            access,
            stores.contactLists(),
            stores.exposureNotices(),
            notifications,
            stores.transactions(),
            journal,
            clock));
  }
}
