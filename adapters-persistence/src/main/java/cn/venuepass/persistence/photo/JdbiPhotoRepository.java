package cn.venuepass.persistence.photo;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.photo.PhotoRepository;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.InspectionStep.By;
import cn.venuepass.domain.photo.Photo;
import cn.venuepass.domain.photo.PhotoId;
import cn.venuepass.domain.photo.PhotoKey;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Photos with the keys to their contents, hidden like what is personal. */
public final class JdbiPhotoRepository implements PhotoRepository {
  private static final String CONTENT_KEY = "inspection_photo.content_key";
  private static final String SELECT =
      """
      SELECT id, inspection_id, content_id, content_key, taken_by, at FROM inspection_photo
       WHERE inspection_id = :inspection
      """;

  private final Jdbi jdbi;
  private final PersonalFields fields;

  public JdbiPhotoRepository(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.fields = fields;
  }

  @Override
  public boolean add(Photo photo, PhotoKey key) {
    return jdbi.inTransaction(handle -> hasRoom(handle, photo) && insert(handle, photo, key));
  }

  @Override
  public Optional<Kept> find(InspectionId inspection, PhotoId photo) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " AND id = :id")
                .bind("inspection", inspection.value())
                .bind("id", photo.value())
                .map(this::kept)
                .findOne());
  }

  @Override
  public List<Photo> listOf(InspectionId inspection) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " ORDER BY at, id")
                .bind("inspection", inspection.value())
                .map((row, context) -> photo(row))
                .list());
  }

  @Override
  public Set<UUID> known(Collection<UUID> contents) {
    return contents.isEmpty()
        ? Set.of()
        : jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT content_id FROM inspection_photo WHERE content_id IN (<contents>)")
                    .bindList("contents", List.copyOf(contents))
                    .mapTo(UUID.class)
                    .set());
  }

  /** Counts on the inspection's own row, so that of concurrent ones each sees the one before. */
  private static boolean hasRoom(Handle handle, Photo photo) {
    return handle
            .createUpdate(
                "UPDATE inspection SET photos = photos + 1 WHERE id = :id AND photos < :most")
            .bind("id", photo.inspection().value())
            .bind("most", Photo.MOST)
            .execute()
        == 1;
  }

  private boolean insert(Handle handle, Photo photo, PhotoKey key) {
    UUID id = photo.id().value();
    return handle
            .createUpdate(
                """
                INSERT INTO inspection_photo
                       (id, inspection_id, content_id, content_key, taken_by, at)
                VALUES (:id, :inspection, :content, :key, :by, :at)
                """)
            .bind("id", id)
            .bind("inspection", photo.inspection().value())
            .bind("content", photo.content())
            .bind("key", fields.encrypt(CONTENT_KEY, id, key.text()))
            .bind("by", photo.by().name())
            .bind("at", photo.at())
            .execute()
        == 1;
  }

  private Kept kept(ResultSet row, StatementContext context) throws SQLException {
    Photo photo = photo(row);
    UUID id = photo.id().value();
    return new Kept(
        photo, PhotoKey.of(fields.decrypt(CONTENT_KEY, id, row.getBytes("content_key"))));
  }

  private static Photo photo(ResultSet row) throws SQLException {
    return new Photo(
        new PhotoId(uuid(row, "id")),
        new InspectionId(uuid(row, "inspection_id")),
        uuid(row, "content_id"),
        By.valueOf(row.getString("taken_by")),
        instant(row, "at"));
  }
}
