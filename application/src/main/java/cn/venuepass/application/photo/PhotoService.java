package cn.venuepass.application.photo;

import static cn.venuepass.application.Denial.Plain.INSPECTION_NOT_OPEN;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.PHOTOS_FULL;
import static cn.venuepass.application.Denial.Plain.PHOTOS_NOT_KEPT;
import static cn.venuepass.application.Denial.Plain.UNREADABLE_PHOTO;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Result;
import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.inspection.InspectionDeeds;
import cn.venuepass.application.inspection.ViewInspection;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.Inspection.State;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.InspectionStep.By;
import cn.venuepass.domain.photo.Photo;
import cn.venuepass.domain.photo.PhotoId;
import cn.venuepass.domain.photo.PhotoKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The content goes into its store before the row is written, and outside of any transaction: a
 * crash between the two leaves a content that nothing can read. Where nobody knows what became of
 * the row, the content stays for the sweep to judge.
 */
final class PhotoService implements KeepPhotos {
  private final ViewInspection inspections;
  private final PhotoRepository photos;
  private final Optional<PhotoStore> store;
  private final PhotoCleaner cleaner;
  private final Creations creations;
  private final AuditTrail audit;
  private final IdGenerator ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  PhotoService(
      ViewInspection inspections,
      PhotoRepository photos,
      Optional<PhotoStore> store,
      PhotoCleaner cleaner,
      Creations creations,
      AuditTrail audit,
      IdGenerator ids,
      InstantSource clock) {
    this.inspections = inspections;
    this.photos = photos;
    this.store = store;
    this.cleaner = cleaner;
    this.creations = creations;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result<Photo> add(
      Caller caller, InspectionId id, byte[] picture, Optional<CreationKey> key) {
    return inspections
        .view(caller, id)
        .flatMap(found -> mayAdd(caller, found))
        .flatMap(
            inspection ->
                Result.of(store, PHOTOS_NOT_KEPT)
                    .flatMap(
                        place ->
                            Result.of(cleaner.clean(picture), UNREADABLE_PHOTO)
                                .flatMap(photo -> keep(caller, inspection, place, photo, key))));
  }

  @Override
  public Result<List<Photo>> list(Caller caller, InspectionId inspection) {
    return inspections.view(caller, inspection).map(found -> photos.listOf(found.id()));
  }

  @Override
  public Result<byte[]> open(Caller caller, InspectionId id, PhotoId photo) {
    return inspections
        .view(caller, id)
        .flatMap(
            inspection ->
                Result.of(photos.find(id, photo), NOT_FOUND)
                    .flatMap(
                        kept ->
                            Result.of(store, PHOTOS_NOT_KEPT).flatMap(place -> open(kept, place)))
                    .map(
                        content -> {
                          note(caller, AuditAction.INSPECTION_PHOTO_VIEWED, inspection);
                          return content;
                        }));
  }

  private static Result<Inspection> mayAdd(Caller caller, Inspection found) {
    boolean settled = found.state() == State.CLOSED || found.state() == State.VERIFIED;
    return caller instanceof Caller.Resident && settled
        ? Result.denied(INSPECTION_NOT_OPEN)
        : Result.done(found);
  }

  private Result<Photo> keep(
      Caller caller,
      Inspection inspection,
      PhotoStore place,
      byte[] photo,
      Optional<CreationKey> key) {
    UUID content = ids.next();
    PhotoKey lock = PhotoKey.fresh(random);
    place.put(content, lock.seal(content, photo, random));
    Result<Photo> added =
        creations.once(
            key,
            id -> add(caller, inspection, new PhotoId(id), content, lock),
            id ->
                Result.of(photos.find(inspection.id(), new PhotoId(id)), NOT_FOUND)
                    .map(PhotoRepository.Kept::photo));
    if (!added.fold(kept -> kept.content().equals(content), denial -> false)) {
      forget(place, content);
    }
    return added;
  }

  private Result<Photo> add(
      Caller caller, Inspection inspection, PhotoId id, UUID content, PhotoKey key) {
    By by = caller instanceof Caller.Staff ? By.SUPERVISOR : By.VENUE;
    var photo = new Photo(id, inspection.id(), content, by, clock.instant());
    if (!photos.add(photo, key)) {
      return Result.denied(PHOTOS_FULL);
    }
    note(caller, AuditAction.INSPECTION_PHOTO_ADDED, inspection);
    return Result.done(photo);
  }

  /** What stays all the same is swept away later. */
  private static void forget(PhotoStore place, UUID content) {
    try {
      place.delete(content);
    } catch (TemporarilyUnavailable e) {
      // The sweep finds it.
    }
  }

  private static Result<byte[]> open(PhotoRepository.Kept kept, PhotoStore place) {
    UUID content = kept.photo().content();
    return Result.of(place.get(content).map(closed -> kept.key().open(content, closed)), NOT_FOUND);
  }

  private void note(Caller caller, AuditAction action, Inspection inspection) {
    Actor actor =
        caller instanceof Caller.Staff staff
            ? Actor.staff(staff, Role.SUPERVISOR)
            : Actor.manager(((Caller.Resident) caller).account());
    audit.note(actor, InspectionDeeds.deed(action, inspection));
  }
}
