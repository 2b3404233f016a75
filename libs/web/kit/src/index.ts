export { paths } from './paths.ts';
export { Link, useGo, useUrlState, type LinkProps } from './navigation.tsx';
export { LeaveGuard, type LeaveGuardProps } from './leave-guard.tsx';
export { Page, type PageProps } from './page.tsx';

export { ApiProvider, topicsOf, useApi, useInvalidate, type Topic } from './data/api.tsx';
export { fieldErrors, useErrorText } from './data/error-text.ts';
export { ClockProvider, useNow, type Clock } from './data/now.tsx';
export { SessionProvider, useAbility, useServerSession, useSession } from './data/session.tsx';
export { ToastProvider, useToasts, type ToastLink, type Toasts } from './data/toasts.tsx';

export {
  ZONE,
  calendarDaysBetween,
  dayInRome,
  dueState,
  formatDate,
  formatDateTime,
  formatShortDate,
  formatShortDateTime,
  formatTime,
  type DueKind,
  type DueState,
  type Locale,
  type Moment,
} from './text/dates.ts';
export { byCode } from './text/code-order.ts';
export { useDictionary } from './text/dictionary.ts';
export { useDates, useLocale, useTexts, type Dates, type Room, type Texts } from './text/texts.ts';

export { Badge, DueBadge, type BadgeProps, type DueBadgeProps, type Tone } from './controls/badge.tsx';
export {
  Button,
  ButtonLink,
  IconButton,
  type ButtonLinkProps,
  type ButtonLook,
  type ButtonProps,
  type IconButtonProps,
} from './controls/button.tsx';
export { Callout, type CalloutKind, type CalloutProps } from './controls/callout.tsx';
export { Card, type CardProps } from './controls/card.tsx';
export { classNames } from './controls/class-names.ts';
export { ComboBox, type ComboBoxProps } from './controls/combo-box.tsx';
export { DataTable, type Column, type DataTableProps, type Sort } from './controls/data-table.tsx';
export { Definitions, type Definition } from './controls/definitions.tsx';
export { ConfirmDialog, Dialog, type ConfirmDialogProps, type DialogProps } from './controls/dialog.tsx';
export { EmptyState, type EmptyStateProps } from './controls/empty-state.tsx';
export {
  Checkbox,
  Field,
  Select,
  TextArea,
  TextInput,
  type CheckboxProps,
  type ControlProps,
  type FieldProps,
  type Option,
  type SelectProps,
  type TextAreaProps,
  type TextInputProps,
} from './controls/field.tsx';
export { Icon, type IconName, type IconProps } from './controls/icon.tsx';
export { Menu, type MenuEntry, type MenuProps } from './controls/menu.tsx';
export {
  NothingFound,
  PagedList,
  type NothingFoundProps,
  type PagedListProps,
} from './controls/paged-list.tsx';
export { QueryState, type QueryStateProps } from './controls/query-state.tsx';
export { SearchBox, type SearchBoxProps } from './controls/search-box.tsx';
export { Skeleton, type SkeletonProps } from './controls/skeleton.tsx';
export { Tabs, type TabEntry, type TabsProps } from './controls/tabs.tsx';
export { FilterPill, Tag, type FilterPillProps, type TagProps } from './controls/tag.tsx';

export {
  useCaseDecoration,
  useCaseStepItems,
  type CaseDecoration,
  type CaseStepListOptions,
} from './diagram/case-steps.tsx';
export { type DiagramMark, type DiagramOverlay } from './diagram/diagram-canvas.ts';
export { DiagramViewer, type DiagramViewerProps } from './diagram/diagram-viewer.tsx';
export { StepList, type StepListItem, type StepListProps, type StepState } from './diagram/step-list.tsx';
export { type FormErrors, type FormValues } from './forms/form-runner.ts';
export { FormView, type FormHandle, type FormViewProps } from './forms/form-view.tsx';
