package cn.venuepass.persistence.venue;

import static cn.venuepass.persistence.Columns.optionalText;

import cn.venuepass.application.venue.DivisionRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Divisions, each with its path from the root, so that a subtree is a range of paths. */
public final class JdbiDivisionRepository implements DivisionRepository {
  private final Jdbi jdbi;

  public JdbiDivisionRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void save(Division division) {
    jdbi.useTransaction(
        handle -> {
          if (!rename(handle, division)) {
            add(handle, division);
          }
        });
  }

  @Override
  public Optional<Division> find(DivisionCode code) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT code, parent_code, name, level FROM division WHERE code = :code")
                .bind("code", code.text())
                .map(JdbiDivisionRepository::division)
                .findOne());
  }

  @Override
  public List<Division> childrenOf(Optional<DivisionCode> parent) {
    String below = parent.isPresent() ? "parent_code = :parent" : "parent_code IS NULL";
    return jdbi.withHandle(
        handle -> {
          var query =
              handle.createQuery(
                  "SELECT code, parent_code, name, level FROM division WHERE "
                      + below
                      + " ORDER BY code");
          parent.ifPresent(code -> query.bind("parent", code.text()));
          return query.map(JdbiDivisionRepository::division).list();
        });
  }

  @Override
  public List<Division> listWithin(Optional<DivisionCode> root) {
    String within =
        root.isPresent()
            ? "JOIN division top ON top.code = :root AND d.path LIKE top.path || '%'"
            : "";
    return jdbi.withHandle(
        handle -> {
          var query =
              handle.createQuery(
                  "SELECT d.code, d.parent_code, d.name, d.level FROM division d "
                      + within
                      + " ORDER BY d.code");
          root.ifPresent(code -> query.bind("root", code.text()));
          return query.map(JdbiDivisionRepository::division).list();
        });
  }

  @Override
  public List<Division> listWithin(Collection<DivisionCode> codes, Jurisdiction jurisdiction) {
    if (codes.isEmpty()) {
      return List.of();
    }
    boolean everywhere = !(jurisdiction instanceof Jurisdiction.OfDivision);
    return jdbi.withHandle(
        handle -> {
          var query =
              handle
                  .createQuery(
                      "SELECT d.code, d.parent_code, d.name, d.level FROM division d "
                          + (everywhere
                              ? ""
                              : "JOIN division r ON r.code = :root AND d.path LIKE r.path || '%' ")
                          + "WHERE d.code IN (<codes>)")
                  .bindList("codes", codes.stream().map(DivisionCode::text).distinct().toList());
          if (jurisdiction instanceof Jurisdiction.OfDivision own) {
            query.bind("root", own.division().text());
          }
          return query.map(JdbiDivisionRepository::division).list();
        });
  }

  @Override
  public boolean isWithin(DivisionCode code, DivisionCode other) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery(
                        """
                        SELECT count(*) FROM division d
                          JOIN division root ON root.code = :root AND d.path LIKE root.path || '%'
                         WHERE d.code = :code
                        """)
                    .bind("root", other.text())
                    .bind("code", code.text())
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  @Override
  public boolean remove(DivisionCode code) {
    return KeptByOthers.removed(jdbi, "DELETE FROM division WHERE code = :code", code.text());
  }

  private static boolean rename(Handle handle, Division division) {
    return handle
            .createUpdate("UPDATE division SET name = :name WHERE code = :code")
            .bind("name", division.name())
            .bind("code", division.code().text())
            .execute()
        == 1;
  }

  private static void add(Handle handle, Division division) {
    int unused =
        handle
            .createUpdate(
                """
                INSERT INTO division (code, parent_code, name, level, path)
                VALUES (:code, :parent, :name, :level,
                        COALESCE((SELECT path FROM division WHERE code = :parent), '') || :step)
                ON CONFLICT DO NOTHING
                """)
            .bind("code", division.code().text())
            .bindByType(
                "parent", division.parent().map(DivisionCode::text).orElse(null), String.class)
            .bind("name", division.name())
            .bind("level", division.level().name())
            .bind("step", division.code().text() + "/")
            .execute();
  }

  private static Division division(ResultSet row, StatementContext context) throws SQLException {
    return new Division(
        new DivisionCode(row.getString("code")),
        row.getString("name"),
        Division.Level.valueOf(row.getString("level")),
        optionalText(row, "parent_code", DivisionCode::new));
  }
}
