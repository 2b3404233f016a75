import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  type Key,
} from 'react-aria-components';
import type { ComboBoxProps } from './combo-box.tsx';
import type { Option } from './field.tsx';
import { Icon } from './icon.tsx';

/** A list one can type into, for more entries than fit on a screen. */
export function ComboBoxField({ label, options, value, onValue, placeholder, required }: ComboBoxProps) {
  return (
    <AriaComboBox
      className="iter-field iter-combo"
      defaultItems={options}
      selectedKey={value}
      onSelectionChange={(key: Key | null) => onValue(key === null ? null : String(key))}
      isRequired={required ?? false}
      menuTrigger="focus"
    >
      <Label className="iter-label">{label}</Label>
      <div className="iter-combo-box">
        <Input className="form-control iter-input" {...(placeholder ? { placeholder } : {})} />
        <AriaButton className="iter-icon-button iter-combo-open">
          <Icon name="expand" />
        </AriaButton>
      </div>
      <Popover className="iter-popover">
        <ListBox className="iter-listbox">
          {(option: Option & { detail?: string }) => (
            <ListBoxItem id={option.value} textValue={option.label} className="iter-listbox-item">
              {option.label}
              {option.detail && <small>{option.detail}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
