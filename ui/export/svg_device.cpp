#include "ui/export/svg_device.h"

#include <QBuffer>
#include <QHash>
#include <QImage>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPixmap>
#include <cmath>

namespace ravine {
namespace {

constexpr int kDecimals = 3;

// Short, and the same on every machine.
QByteArray number(double value) {
  QByteArray text = QByteArray::number(value, 'f', kDecimals);
  while (text.endsWith('0')) text.chop(1);
  if (text.endsWith('.')) text.chop(1);
  return text == "-0" ? QByteArray("0") : text;
}

QByteArray point(const QPointF& at) {
  return number(at.x()) + ' ' + number(at.y());
}

// Without the characters that XML cannot hold.
QByteArray escaped(const QString& text) {
  QString sound;
  constexpr char16_t lineBreak = 0x200b;  // a place where a line may be broken
  for (const QChar c : text)
    if ((c.unicode() >= 0x20 && c.unicode() != lineBreak) || c == QLatin1Char('\n') || c == QLatin1Char('\t'))
      sound += c;
  sound.replace(QChar(0x00a0), QLatin1Char(' '));  // lines are broken by now
  return sound.toHtmlEscaped().toUtf8();
}

QByteArray attribute(const char* name, const QByteArray& value) {
  return QByteArray(" ") + name + "=\"" + value + '"';
}

QByteArray dataOf(const QPainterPath& path) {
  QByteArray data;
  QPointF begin;
  for (int i = 0; i < path.elementCount(); ++i) {
    const QPainterPath::Element element = path.elementAt(i);
    switch (element.type) {
      case QPainterPath::MoveToElement:
        data += 'M' + point(element);
        begin = element;
        break;
      case QPainterPath::LineToElement:
        data += i + 1 == path.elementCount() || path.elementAt(i + 1).type == QPainterPath::MoveToElement
                    ? (QPointF(element) == begin ? QByteArray("Z") : 'L' + point(element))
                    : 'L' + point(element);
        break;
      case QPainterPath::CurveToElement:
        data += 'C' + point(element) + ' ' + point(path.elementAt(i + 1)) + ' ' + point(path.elementAt(i + 2));
        i += 2;
        break;
      case QPainterPath::CurveToDataElement:
        break;
    }
  }
  return data;
}

QByteArray colourAttributes(const char* what, const QColor& colour, double opacity) {
  QByteArray text = attribute(what, colour.name().toLatin1());
  const double alpha = colour.alphaF() * opacity;
  if (alpha < 1) text += attribute((QByteArray(what) + "-opacity").constData(), number(alpha));
  return text;
}

QByteArray matrix(const QTransform& t) {
  return "matrix(" + number(t.m11()) + ' ' + number(t.m12()) + ' ' + number(t.m21()) + ' ' + number(t.m22()) + ' ' +
         number(t.dx()) + ' ' + number(t.dy()) + ')';
}

}  // namespace

class SvgEngine : public QPaintEngine {
 public:
  explicit SvgEngine(SvgText text)
      : QPaintEngine(PaintEngineFeatures(AllFeatures) &
                     ~PaintEngineFeatures(PerspectiveTransform | RasterOpModes | BlendModes |
                                          ObjectBoundingModeGradients | ConicalGradientFill)),
        m_text(text) {}

  bool begin(QPaintDevice*) override {
    m_isClipped = false;
    return true;
  }
  bool end() override {
    flush();
    leaveClip();
    return true;
  }
  Type type() const override { return User; }

  void updateState(const QPaintEngineState& now) override;
  void drawPath(const QPainterPath& path) override;
  void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
  void drawPolygon(const QPoint* points, int count, PolygonDrawMode mode) override {
    QPaintEngine::drawPolygon(points, count, mode);
  }
  void drawLines(const QLineF* lines, int count) override;
  void drawLines(const QLine* lines, int count) override { QPaintEngine::drawLines(lines, count); }
  void drawRects(const QRectF* rects, int count) override;
  void drawRects(const QRect* rects, int count) override { QPaintEngine::drawRects(rects, count); }
  void drawEllipse(const QRectF& box) override;
  void drawEllipse(const QRect& box) override { drawEllipse(QRectF(box)); }
  void drawImage(const QRectF& box, const QImage& image, const QRectF& part, Qt::ImageConversionFlags) override;
  void drawPixmap(const QRectF& box, const QPixmap& pixmap, const QRectF& part) override {
    drawImage(box, pixmap.toImage(), part, Qt::AutoColor);
  }
  void drawTextItem(const QPointF& at, const QTextItem& item) override;

  void beginGroup(const QString& name) {
    flush();
    leaveClip();
    m_body += "<g" + attribute("id", "g" + QByteArray::number(++m_groups)) +
              attribute("inkscape:label", escaped(name)) + ">\n";
  }
  void endGroup() {
    flush();
    leaveClip();
    m_body += "</g>\n";
  }

  // Of the first text, which the whole document has.
  const QByteArray& families() const { return m_families; }
  const QByteArray& definitions() const { return m_definitions; }
  const QByteArray& body() const { return m_body; }

 private:
  // A line that may go on: its points and how it is drawn.
  struct Pending {
    QPolygonF points;
    QByteArray look;
  };
  // Text that may go on: Qt draws Greek and Latin letters of one line apart.
  struct PendingText {
    QPointF at;
    double width;
    QString text;
    QByteArray look;
  };

  QByteArray strokeAttributes();
  QByteArray fillAttributes();
  QByteArray paintFor(const QBrush& brush);
  QByteArray definition(const QByteArray& element, const QByteArray& content);
  QByteArray transformAttribute() const {
    return m_transform.isIdentity() ? QByteArray() : attribute("transform", matrix(m_transform));
  }
  void add(const QByteArray& element) {
    flush();
    enterClip();
    m_body += element + '\n';
  }
  void flush();
  void enterClip();
  void leaveClip();
  void clip(const QPainterPath& path, Qt::ClipOperation operation);

  SvgText m_text;
  QByteArray m_definitions;
  QByteArray m_body;
  QHash<QByteArray, QByteArray> m_known;  // definitions, to their ids
  QByteArray m_families;
  int m_groups = 0;

  QPen m_pen;
  QBrush m_brush;
  double m_opacity = 1;
  QTransform m_transform;
  QFont m_font;
  bool m_isClipped = false;
  QPainterPath m_clip;    // on the page
  QByteArray m_openClip;  // of the group that is being written; empty: none
  std::optional<Pending> m_pending;
  std::optional<PendingText> m_pendingText;
};

void SvgEngine::updateState(const QPaintEngineState& now) {
  const DirtyFlags dirty = now.state();
  if (dirty & DirtyTransform) m_transform = now.transform();
  if (dirty & DirtyPen) m_pen = now.pen();
  if (dirty & DirtyBrush) m_brush = now.brush();
  if (dirty & DirtyOpacity) m_opacity = now.opacity();
  if (dirty & DirtyFont) m_font = now.font();
  if (dirty & DirtyClipEnabled) m_isClipped = now.isClipEnabled() && m_isClipped;
  if (dirty & DirtyClipPath) clip(now.clipPath(), now.clipOperation());
  if (dirty & DirtyClipRegion) {
    QPainterPath path;
    path.addRegion(now.clipRegion());
    clip(path, now.clipOperation());
  }
}

void SvgEngine::clip(const QPainterPath& path, Qt::ClipOperation operation) {
  if (operation == Qt::NoClip) {
    m_isClipped = false;
    return;
  }
  const QPainterPath onPage = m_transform.map(path);
  m_clip = operation == Qt::IntersectClip && m_isClipped ? m_clip.intersected(onPage) : onPage;
  m_isClipped = true;
}

// Elements with the same clip share a group.
void SvgEngine::enterClip() {
  const QByteArray wanted =
      m_isClipped
          ? definition("<clipPath", "<path" + attribute("d", m_clip.isEmpty() ? QByteArray("M0 0") : dataOf(m_clip)) +
                                        "/></clipPath>")
          : QByteArray();
  if (wanted == m_openClip) return;
  leaveClip();
  if (!wanted.isEmpty()) m_body += "<g" + attribute("clip-path", "url(#" + wanted + ')') + ">\n";
  m_openClip = wanted;
}

void SvgEngine::leaveClip() {
  if (!m_openClip.isEmpty()) m_body += "</g>\n";
  m_openClip.clear();
}

// Its id; the same thing is defined once.
QByteArray SvgEngine::definition(const QByteArray& element, const QByteArray& content) {
  QByteArray& id = m_known[element + content];
  if (id.isEmpty()) {
    id = "d" + QByteArray::number(m_known.size());
    m_definitions += element + attribute("id", id) + '>' + content + '\n';
  }
  return id;
}

QByteArray SvgEngine::paintFor(const QBrush& brush) {
  if (const QGradient* gradient = brush.gradient()) {
    QByteArray stops;
    for (const QGradientStop& stop : gradient->stops())
      stops += "<stop" + attribute("offset", number(stop.first)) +
               colourAttributes("stop-color", stop.second, 1).replace("stop-color-opacity", "stop-opacity") + "/>";
    if (gradient->type() == QGradient::RadialGradient) {
      const auto* radial = static_cast<const QRadialGradient*>(gradient);
      return definition("<radialGradient" + attribute("gradientUnits", "userSpaceOnUse") +
                            attribute("cx", number(radial->center().x())) +
                            attribute("cy", number(radial->center().y())) + attribute("r", number(radial->radius())),
                        stops + "</radialGradient>");
    }
    const auto* linear = static_cast<const QLinearGradient*>(gradient);
    return definition("<linearGradient" + attribute("gradientUnits", "userSpaceOnUse") +
                          attribute("x1", number(linear->start().x())) + attribute("y1", number(linear->start().y())) +
                          attribute("x2", number(linear->finalStop().x())) +
                          attribute("y2", number(linear->finalStop().y())),
                      stops + "</linearGradient>");
  }
  // Hatching; ours is along one diagonal.
  return definition(
      "<pattern" + attribute("patternUnits", "userSpaceOnUse") + attribute("width", "8") + attribute("height", "8"),
      "<path" + attribute("d", "M-1 9L9 -1M-1 1L1 -1M7 9L9 7") + colourAttributes("stroke", brush.color(), 1) +
          attribute("stroke-width", "1") + "/></pattern>");
}

QByteArray SvgEngine::fillAttributes() {
  if (m_brush.style() == Qt::NoBrush) return attribute("fill", "none");
  if (m_brush.style() == Qt::SolidPattern) return colourAttributes("fill", m_brush.color(), m_opacity);
  QByteArray text = attribute("fill", "url(#" + paintFor(m_brush) + ')');
  if (m_opacity < 1) text += attribute("fill-opacity", number(m_opacity));
  return text;
}

QByteArray SvgEngine::strokeAttributes() {
  if (m_pen.style() == Qt::NoPen) return {};
  const double width = m_pen.widthF() > 0 ? m_pen.widthF() : 1;
  QByteArray text = colourAttributes("stroke", m_pen.color(), m_opacity);
  if (width != 1) text += attribute("stroke-width", number(width));
  if (m_pen.capStyle() == Qt::RoundCap) text += attribute("stroke-linecap", "round");
  if (m_pen.capStyle() == Qt::SquareCap) text += attribute("stroke-linecap", "square");
  if (m_pen.joinStyle() == Qt::RoundJoin) text += attribute("stroke-linejoin", "round");
  if (m_pen.joinStyle() == Qt::BevelJoin) text += attribute("stroke-linejoin", "bevel");
  if (m_pen.style() != Qt::SolidLine) {
    QByteArray dashes;
    for (const qreal dash : m_pen.dashPattern()) dashes += (dashes.isEmpty() ? "" : " ") + number(dash * width);
    text += attribute("stroke-dasharray", dashes);
    if (m_pen.dashOffset() != 0) text += attribute("stroke-dashoffset", number(m_pen.dashOffset() * width));
  }
  return text;
}

void SvgEngine::drawPath(const QPainterPath& path) {
  if (path.isEmpty()) return;
  QByteArray rule;
  if (path.fillRule() == Qt::OddEvenFill && m_brush.style() != Qt::NoBrush) rule = attribute("fill-rule", "evenodd");
  add("<path" + attribute("d", dataOf(path)) + fillAttributes() + rule + strokeAttributes() + transformAttribute() +
      "/>");
}

void SvgEngine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) {
  if (count < 2) return;
  QByteArray data;
  for (int i = 0; i < count; ++i) data += (i == 0 ? "" : " ") + number(points[i].x()) + ',' + number(points[i].y());
  if (mode == PolylineMode)
    return add("<polyline" + attribute("points", data) + attribute("fill", "none") + strokeAttributes() +
               transformAttribute() + "/>");
  QByteArray rule;
  if (mode == OddEvenMode && m_brush.style() != Qt::NoBrush) rule = attribute("fill-rule", "evenodd");
  add("<polygon" + attribute("points", data) + fillAttributes() + rule + strokeAttributes() + transformAttribute() +
      "/>");
}

void SvgEngine::drawLines(const QLineF* lines, int count) {
  const QByteArray look = strokeAttributes() + transformAttribute();
  const bool mayJoin = m_pen.style() == Qt::SolidLine && m_pen.capStyle() == Qt::RoundCap;
  for (int i = 0; i < count; ++i) {
    const bool goesOn = mayJoin && m_pending && m_pending->look == look && m_pending->points.back() == lines[i].p1();
    if (goesOn) {
      m_pending->points << lines[i].p2();
      continue;
    }
    flush();
    enterClip();  // of the moment at which it begins
    m_pending = Pending{QPolygonF{lines[i].p1(), lines[i].p2()}, look};
    if (!mayJoin) flush();
  }
}

void SvgEngine::flush() {
  if (m_pendingText) {
    const PendingText text = std::move(*m_pendingText);
    m_pendingText.reset();
    // As wide as it was laid out for, whatever font is there.
    m_body += "<text" + attribute("x", number(text.at.x())) + attribute("y", number(text.at.y())) +
              attribute("textLength", number(text.width)) + attribute("lengthAdjust", "spacingAndGlyphs") +
              attribute("xml:space", "preserve") + text.look + '>' + escaped(text.text) + "</text>\n";
  }
  if (!m_pending) return;
  const Pending line = std::move(*m_pending);
  m_pending.reset();
  QByteArray data;
  for (const QPointF& each : line.points) data += (data.isEmpty() ? 'M' : 'L') + point(each);
  m_body += "<path" + attribute("d", data) + attribute("fill", "none") + line.look + "/>\n";
}

void SvgEngine::drawRects(const QRectF* rects, int count) {
  for (int i = 0; i < count; ++i)
    add("<rect" + attribute("x", number(rects[i].x())) + attribute("y", number(rects[i].y())) +
        attribute("width", number(rects[i].width())) + attribute("height", number(rects[i].height())) +
        fillAttributes() + strokeAttributes() + transformAttribute() + "/>");
}

void SvgEngine::drawEllipse(const QRectF& box) {
  add("<ellipse" + attribute("cx", number(box.center().x())) + attribute("cy", number(box.center().y())) +
      attribute("rx", number(0.5 * box.width())) + attribute("ry", number(0.5 * box.height())) + fillAttributes() +
      strokeAttributes() + transformAttribute() + "/>");
}

void SvgEngine::drawImage(const QRectF& box, const QImage& image, const QRectF& part, Qt::ImageConversionFlags) {
  const QRect pixels = part.toAlignedRect() & image.rect();
  if (pixels.isEmpty()) return;
  // Where the part begins or ends within a pixel, the box of whole pixels is a little larger.
  const double perX = box.width() / part.width();
  const double perY = box.height() / part.height();
  const QRectF whole(box.left() + (pixels.left() - part.left()) * perX, box.top() + (pixels.top() - part.top()) * perY,
                     pixels.width() * perX, pixels.height() * perY);
  QImage cut = image.copy(pixels);
  cut.setDevicePixelRatio(1);
  cut.setDotsPerMeterX(0);
  cut.setDotsPerMeterY(0);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  cut.save(&buffer, "PNG");
  QByteArray text = "<image" + attribute("x", number(whole.x())) + attribute("y", number(whole.y())) +
                    attribute("width", number(whole.width())) + attribute("height", number(whole.height())) +
                    attribute("preserveAspectRatio", "none");
  if (m_opacity < 1) text += attribute("opacity", number(m_opacity));
  add(text + transformAttribute() + attribute("xlink:href", "data:image/png;base64," + bytes.toBase64()) + "/>");
}

// The pen is the ink, whatever its style.
void SvgEngine::drawTextItem(const QPointF& at, const QTextItem& item) {
  if (item.text().isEmpty()) return;
  const QByteArray ink = colourAttributes("fill", m_pen.color(), m_opacity);
  const QFont font = item.font();
  if (m_text == SvgText::paths) {
    QPainterPath path;
    path.addText(at, font, item.text());
    return add("<path" + attribute("d", dataOf(path)) + ink + transformAttribute() + "/>");
  }
  const double size = font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * 96 / 72;
  // The font of Latin letters, then what has Hangul, each by the names it goes by on the usual systems.
  const QByteArray families =
      "'" + escaped(font.family()) +
      "', 'Noto Sans CJK KR', 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif";
  QByteArray look = attribute("font-size", number(size));
  if (m_families.isEmpty()) m_families = families;
  if (families != m_families) look += attribute("font-family", families);
  if (font.weight() != QFont::Normal) look += attribute("font-weight", QByteArray::number(font.weight()));
  look += ink + transformAttribute();
  constexpr double rounding = 0.05;  // pixels
  if (m_pendingText && m_pendingText->look == look && m_pendingText->at.y() == at.y() &&
      std::abs(m_pendingText->at.x() + m_pendingText->width - at.x()) < rounding) {
    m_pendingText->text += item.text();
    m_pendingText->width = at.x() + item.width() - m_pendingText->at.x();
    return;
  }
  flush();
  enterClip();
  m_pendingText = PendingText{at, item.width(), item.text(), look};
}

SvgDevice::SvgDevice(const QSizeF& size, SvgText text) : m_size(size), m_engine(std::make_unique<SvgEngine>(text)) {}

SvgDevice::~SvgDevice() = default;

void SvgDevice::beginGroup(const QString& name) {
  m_engine->beginGroup(name);
}

void SvgDevice::endGroup() {
  m_engine->endGroup();
}

QPaintEngine* SvgDevice::paintEngine() const {
  return m_engine.get();
}

int SvgDevice::metric(PaintDeviceMetric metric) const {
  constexpr int dpi = 96;
  constexpr double mmPerInch = 25.4;
  switch (metric) {
    case PdmWidth:
      return qCeil(m_size.width());
    case PdmHeight:
      return qCeil(m_size.height());
    case PdmWidthMM:
      return qRound(m_size.width() / dpi * mmPerInch);
    case PdmHeightMM:
      return qRound(m_size.height() / dpi * mmPerInch);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
      return dpi;
    case PdmDepth:
      return 32;
    case PdmNumColors:
      return std::numeric_limits<int>::max();
    case PdmDevicePixelRatio:
      return 1;
    case PdmDevicePixelRatioScaled:
      return static_cast<int>(devicePixelRatioFScale());
    default:
      return QPaintDevice::metric(metric);
  }
}

QByteArray SvgDevice::document(const QString& title, const QByteArray& metadata) const {
  QByteArray text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  text +=
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
      "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" version=\"1.1\"";
  text += attribute("width", number(m_size.width())) + attribute("height", number(m_size.height())) +
          attribute("viewBox", "0 0 " + point({m_size.width(), m_size.height()}));
  if (!m_engine->families().isEmpty())
    text += attribute("font-family", m_engine->families()) +
            attribute("style", "font-kerning:none;font-variant-ligatures:none");  // as it was laid out
  text += ">\n";
  text += "<title>" + escaped(title) + "</title>\n";
  if (!metadata.isEmpty()) text += "<metadata>" + metadata + "</metadata>\n";
  if (!m_engine->definitions().isEmpty()) text += "<defs>\n" + m_engine->definitions() + "</defs>\n";
  return text + m_engine->body() + "</svg>\n";
}

}  // namespace ravine
