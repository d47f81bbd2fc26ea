// The yardstick of `make bench`: sets plain text with Pango and draws it with Cairo, no more.
//
// It reads no YAML and no Markdown, breaks lines as Pango does, knows no rules of pages and leaves
// the PDF untagged. What letterpdf takes longer than this is what its own work costs.
//
// usage: yardstick TEXT OUT.pdf

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>

static const double mm = 72 / 25.4;

static char *read_file(const char *path) {
  gchar *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL)) {
    fprintf(stderr, "yardstick: cannot read %s\n", path);
    exit(1);
  }
  return text;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: yardstick TEXT OUT.pdf\n");
    return 2;
  }
  char *text = read_file(argv[1]);
  cairo_surface_t *surface = cairo_pdf_surface_create(argv[2], 210 * mm, 297 * mm);
  cairo_t *cairo = cairo_create(surface);

  PangoFontMap *map = pango_cairo_font_map_new();
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
  PangoContext *context = pango_font_map_create_context(map);
  pango_context_set_round_glyph_positions(context, FALSE);
  PangoLayout *layout = pango_layout_new(context);
  PangoFontDescription *font = pango_font_description_from_string("Liberation Sans 10");
  pango_layout_set_font_description(layout, font);
  pango_layout_set_width(layout, 125 * mm * PANGO_SCALE);
  pango_layout_set_text(layout, text, -1);

  const double leading = 13, top = 60 * mm, bottom = 265 * mm;
  double y = top;
  PangoLayoutIter *line = pango_layout_get_iter(layout);
  do {
    if (y > bottom) {
      cairo_show_page(cairo);
      y = top;
    }
    cairo_move_to(cairo, 22 * mm, y);
    pango_cairo_show_layout_line(cairo, pango_layout_iter_get_line_readonly(line));
    y += leading;
  } while (pango_layout_iter_next_line(line));

  pango_layout_iter_free(line);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  int failed = cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy(surface);
  pango_font_description_free(font);
  g_object_unref(layout);
  g_object_unref(context);
  g_object_unref(map);
  g_free(text);
  return failed;
}
